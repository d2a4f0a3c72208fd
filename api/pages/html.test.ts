import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, html, join } from './html.ts';

describe('html', () => {
  it('escapes text in content and in attributes', () => {
    expect(html`<a title="${'"><script>'}">${"<b> & 'x'"}</a>`.markup).toBe(
      '<a title="&quot;&gt;&lt;script&gt;">&lt;b&gt; &amp; &#39;x&#39;</a>',
    );
  });

  it('takes markup, lists and numbers as they are, and shows nothing of what is missing', () => {
    const inner = html`<b>${1}</b>`;
    expect(html`${[inner, '<', null]}${false}${undefined}${0}`.markup).toBe('<b>1</b>&lt;0');
  });

  it('never lets text become markup, and loses none of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeText(text);
        expect(escaped).not.toMatch(/[<>"']/);
        const back = escaped
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
        expect(back).toHaveLength(text.length);
      }),
    );
  });

  it('joins what is shown', () => {
    expect(join(['a', null, '', html`<i>b</i>`], ' · ').markup).toBe('a · <i>b</i>');
  });
});
