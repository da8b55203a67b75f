import { describe, expect, it } from '@jest/globals';
import { webUrl } from '../../src/text/webUrl.js';

describe('webUrl', () => {
  it('writes a URL such that no link of markdown ends in it', () => {
    expect(webUrl('https://example.com/a_(b)?c=<d>#) e')).toBe('https://example.com/a_%28b%29?c=%3Cd%3E#%29%20e');
    expect(webUrl(new URL('http://example.com'))).toBe('http://example.com/');
  });

  it.each(['', 'example.com', 'javascript:alert(1)', 'file:///etc/passwd', 'discord://-/channels/1'])('takes no %j', (url) => {
    expect(() => webUrl(url)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});
