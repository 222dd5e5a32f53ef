import { describe, expect, test } from '@jest/globals';
import { MAX_MENTIONS, mentionsIn } from '../../../src/community/text/mentions.js';
import { renderPost } from '../../../src/community/text/render-post.js';

describe('mentions', () => {
  test.each([
    ['@ann', ['ann']],
    ['@Ann and @ANN and @b0b_1', ['ann', 'b0b_1']],
    ['(@ann) "@bob" —@carl, 🎉@dora ❤️@ewan', ['ann', 'bob', 'carl', 'dora', 'ewan']],
    ['**@ann** _@bob_ ~@carl', ['ann', 'bob', 'carl']],
    ['# @ann\n\n- @bob\n\n> @carl', ['ann', 'bob', 'carl']],
    ['@ann_ @_bob @__c', ['ann_', '_bob', '__c']],
    ["@ann's @bob. @carl-like", ['ann', 'bob', 'carl']],
    ['line\n@ann', ['ann']],
    ['@an\u200bn', ['ann']],
    [`@${'x'.repeat(30)}`, ['x'.repeat(30)]],
  ])('%j mentions %j', (body, handles) => expect(mentionsIn(body)).toEqual(handles));

  test.each([
    ['too short or too long', `@an @${'x'.repeat(31)}`],
    ['within a word or a mail address', 'me@ann me@ann.example x_@ann.com foo.bar-@ann.com'],
    ['within an address', 'https://a.com/@ann www.a.com/@ann <https://a.com/@ann>'],
    ['within a link or an image', '[@ann](https://a.com) [*@ann*][x] ![@ann](https://a.com/b.png)\n\n[x]: https://a.com'],
    ['within code', '`@ann` ``a `@ann` ``\n\n    @ann\n\n```\n@ann\n```'],
    ['escaped', '\\@ann &#64;ann &commat;ann'],
    ['an address of another network', '@ann@social.example @@ann'],
    ['in look-alikes', '@\u0430nn @ann\u0430 @an\u0578 @\uff41nn \uff20ann'],
    ['with the signs that only look like k and s when case is ignored', '@\u212Aim @lu\u017Fy'],
    ['with a mark on it', '@ann\u0301'],
  ])('%s: nobody is mentioned', (_, body) => {
    expect(mentionsIn(body)).toEqual([]);
    expect(renderPost(body, () => ({ id: 'mem_1' }))).not.toContain('mention');
  });

  test('at most 20 members; the others are text, those mentioned before are not', () => {
    const body = Array.from({ length: 25 }, (_, index) => `@user${index}`).join(' ');
    const asked: string[] = [];
    const html = renderPost(`${body} @user3`, (handle) => {
      asked.push(handle);
      return { id: `mem_${handle}` };
    });
    expect(mentionsIn(body)).toEqual(Array.from({ length: MAX_MENTIONS }, (_, index) => `user${index}`));
    expect(asked).toEqual(mentionsIn(body));
    expect(html.split('<span').length - 1).toBe(MAX_MENTIONS + 1);
    expect(html).toContain(' @user20 ');
  });
});
