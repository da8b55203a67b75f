import { describe, expect, it } from '@jest/globals';
import { render } from 'preact-render-to-string';
import { Markdown } from '../../src/markdown/Markdown.js';
import { SurroundingsContext, type Surroundings } from '../../src/state/surroundings.js';
import { aliceSeat } from '../fixtures.js';

const surroundings: Surroundings = {
  names: aliceSeat().names.value,
  nowMs: () => 1_000_000,
  onChannel: () => undefined,
  onCommand: () => undefined,
  source: (url) => url,
};

const html = (text: string): string =>
  render(
    <SurroundingsContext.Provider value={surroundings}>
      <Markdown text={text} />
    </SurroundingsContext.Provider>,
  );

describe('markdown, drawn', () => {
  it('never lets a text become markup', () => {
    expect(html('<img src=x onerror=alert(1)> **<script>** `<b>` [<i>](https://a.example)')).not.toMatch(/<(img|script|b|i)[ >]/);
  });

  it('puts no quotes out of an address into the page', () => {
    expect(html('https://a.example/"onclick="alert(1)')).not.toContain('onclick="');
  });

  it('shows the names of who and what is mentioned', () => {
    expect(html('<@101> <#20> <@&11> <@999>')).toMatch(/@bob.*#general.*@Host.*@unknown-user/);
  });

  it('opens links elsewhere, without a word about this page', () => {
    expect(html('https://a.example')).toContain('rel="noopener noreferrer nofollow"');
  });

  it('hides a spoiler from screen readers until it is opened', () => {
    expect(html('||secret||')).toMatch(/role="button"[^>]*aria-label="Spoiler: show it".*aria-hidden="true">secret/);
  });

  it('tells a custom emoji by its name, since its picture is Discord’s', () => {
    expect(html('<:wave:900>')).toContain(':wave:');
    expect(html('<:wave:900>')).not.toContain('<img');
  });

  it('counts relative times from the world’s time', () => {
    expect(html('<t:1060:R>')).toContain('in 1 minute');
  });

  it('draws every block', () => {
    expect(html('# a\n-# b\n> c\n- d\n  - e\n1. f\n```ts\ng\n```')).toMatch(
      /<h4.*<small.*<blockquote.*<ul.*•.*◦.*1\..*<pre class="code-block" data-language="ts"/,
    );
  });
});
