import { expect, test } from '@jest/globals';
import { entryId, globalId, localId, newUuid, parseEntryId, streamIdOf, streamKindOf } from '../../src/graphql/global-id.js';

test.each(['voucher', 'thread', 'supportCase'] as const)(
  'the id of a %s is read as it was written, and says what its stream is about',
  (kind) => {
    const uuid = streamIdOf(kind, newUuid());
    expect(localId(kind, globalId(kind, uuid))).toBe(uuid);
    expect(streamKindOf({ streamId: uuid, programId: newUuid() })).toBe(kind);
    expect(parseEntryId(entryId(kind, uuid, 12))).toEqual({ streamUuid: uuid, number: 12 });
    expect(localId('member', globalId(kind, uuid))).toBeNull();
  },
);

test('what is no id is none', () => {
  for (const text of [
    '',
    'cas_',
    'cas_x',
    'cas_81h455vb4pea5vsknk084sn02q',
    'cas_01h455vb4pea5vsknk084sn02',
    'cas_01h455vb4pea5vsknk084sn0!q',
  ])
    expect([text, localId('supportCase', text)]).toEqual([text, null]);
});
