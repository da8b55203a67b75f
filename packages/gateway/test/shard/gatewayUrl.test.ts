import { describe, expect, it } from '@jest/globals';
import { connectUrl, isSafeUrl, isTrustedResumeUrl } from '../../src/shard/gatewayUrl.js';

describe('the URL to connect to', () => {
  it('carries version, encoding and compression', () => {
    expect(connectUrl('wss://gateway.discord.gg', 'zlib-stream')).toBe('wss://gateway.discord.gg/?v=10&encoding=json&compress=zlib-stream');
  });

  it('names no compression where there is none, even if the URL did', () => {
    expect(connectUrl('wss://gateway.discord.gg/?compress=zstd-stream', 'none')).toBe('wss://gateway.discord.gg/?v=10&encoding=json');
  });

  it('replaces what the URL said and keeps what else it says', () => {
    expect(connectUrl('ws://127.0.0.1:7777/gateway?v=9&bot=1', 'none')).toBe('ws://127.0.0.1:7777/gateway?v=10&bot=1&encoding=json');
  });
});

describe('a URL that may see the token', () => {
  it.each([
    ['wss://gateway.discord.gg'],
    ['wss://10.0.0.7:443'],
    ['ws://localhost:1'],
    ['ws://127.0.0.1'],
    ['ws://127.9.9.9'],
    ['ws://[::1]:7'],
  ])('%p is one', (url) => {
    expect(isSafeUrl(url)).toBe(true);
  });

  it.each([
    ['ws://gateway.discord.gg'],
    ['ws://10.0.0.7'],
    ['ws://localhost.attacker.example'],
    ['https://discord.gg'],
    ['gateway.discord.gg'],
    [''],
  ])('%p is none', (url) => {
    expect(isSafeUrl(url)).toBe(false);
  });
});

describe('P-23: a resume URL', () => {
  it.each([
    ['wss://gateway-us-east1-b.discord.gg', 'wss://gateway.discord.gg'],
    ['wss://gateway.discord.gg/?x=1', 'wss://gateway.discord.gg'],
    ['wss://b.proxy.example', 'wss://a.proxy.example'],
    ['wss://b.proxy.example', 'wss://proxy.example'],
    ['wss://10.0.0.7:9', 'wss://10.0.0.7'],
    ['wss://[2001:db8::1]', 'wss://[2001:db8::1]'],
    ['wss://gateway', 'wss://gateway'],
    ['ws://127.0.0.1:9', 'ws://localhost:8'],
  ])('%p beside %p is trusted', (url, mainUrl) => {
    expect(isTrustedResumeUrl(url, mainUrl)).toBe(true);
  });

  it.each([
    ['wss://attacker.example', 'wss://gateway.discord.gg'],
    ['wss://evildiscord.gg', 'wss://gateway.discord.gg'],
    ['wss://discord.gg.attacker.example', 'wss://gateway.discord.gg'],
    ['wss://other.example', 'wss://proxy.example'],
    ['ws://gateway-b.discord.gg', 'wss://gateway.discord.gg'],
    ['wss://20.0.0.7', 'wss://10.0.0.7'],
    ['wss://[2001:db8::2]', 'wss://[2001:db8::1]'],
    ['wss://gateway.discord.gg', 'ws://127.0.0.1:8'],
    ['no url', 'wss://gateway.discord.gg'],
    ['wss://gateway.discord.gg', 'no url'],
  ])('%p beside %p is not', (url, mainUrl) => {
    expect(isTrustedResumeUrl(url, mainUrl)).toBe(false);
  });
});
