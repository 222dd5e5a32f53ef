import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DocumentNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { Gate } from '../../src/graphql/gate.js';
import { limitShape, type Shape, ShapeMeasure } from '../../src/graphql/shape.js';
import { createSchema } from '../../src/schema.js';
import { check } from '../support/seed.js';

const refusal = (query: string): string | null => {
  try {
    limitShape(parse(query));
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};
const nested = (levels: number): string => (levels === 1 ? 'a' : `a { ${nested(levels - 1)} }`);
const many = (count: number, text: (i: number) => string) => Array.from({ length: count }, (_, i) => text(i)).join(' ');

/** Writes fragments out, as the measure only pretends to. */
function writtenOut(set: SelectionSetNode, document: DocumentNode): Shape {
  let [depth, width, fields] = [0, 0, 0];
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const below = selection.selectionSet ? writtenOut(selection.selectionSet, document) : { depth: 0, fields: 0 };
      depth = Math.max(depth, below.depth + 1);
      width += 1;
      fields += below.fields + 1;
      continue;
    }
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : document.definitions.find((each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value);
    const shape = writtenOut(inner && 'selectionSet' in inner ? inner.selectionSet : (inner as SelectionSetNode), document);
    depth = Math.max(depth, shape.depth);
    width += shape.width;
    fields += shape.fields;
  }
  return { depth, width, fields };
}

describe('the shape of a document', () => {
  let gate: Gate;
  beforeAll(async () => {
    gate = new Gate(await createSchema(), { isIntrospectionOn: true, trusted: null });
  });

  test('is limited in depth, root fields, mutations and aliases', () => {
    expect(refusal(`{ ${nested(15)} }`)).toBeNull();
    expect(refusal(`{ ${nested(16)} }`)).toBe('A document nests at most 15 levels deep.');
    expect(refusal(`{ ${many(20, () => 'a')} }`)).toBeNull();
    expect(refusal(`{ ${many(21, () => 'a')} }`)).toBe('An operation has at most 20 root fields.');
    expect(refusal(`mutation { ${many(11, () => 'a')} }`)).toBe('An operation has at most 10 mutations.');
    expect(refusal(`{ a { ${many(50, (i) => `a${i}: b`)} } }`)).toBeNull();
    expect(refusal(`{ a { ${many(51, (i) => `a${i}: b`)} } }`)).toBe('A document has at most 50 aliases.');
  });

  test('is seen through fragments', () => {
    expect(refusal(`{ ...F } fragment F on Query { ${nested(16)} }`)).toBe('A document nests at most 15 levels deep.');
    expect(refusal(`{ a { ...F } } fragment F on Query { ${nested(15)} }`)).toBe('A document nests at most 15 levels deep.');
    expect(refusal(`mutation { ...F ... { ...F } } fragment F on M { ${many(6, () => 'a')} }`)).toBe(
      'An operation has at most 10 mutations.',
    );
    expect(refusal('{ ...A } fragment A on Q { ...B } fragment B on Q { a { ...A } }')).toBe('A document nests at most 15 levels deep.');
    expect(refusal('{ a } fragment Self on Q { ...Self }')).toBe('A document nests at most 15 levels deep.');
  });

  test('is measured as if every fragment were written out', () => {
    // Fragment i spreads only later ones, so there is an end.
    const selections = fc.array(fc.oneof(fc.constant('f'), fc.constant('{}'), fc.nat(4)), { minLength: 1, maxLength: 4 });
    const text = (parts: (string | number)[], from: number): string =>
      parts
        .map((part) => {
          if (part === 'f') return 'a';
          if (part === '{}') return 'o { b c }';
          return from + Number(part) + 1 < 5 ? `o { ...F${from + Number(part) + 1} }  ... { ...F${from + Number(part) + 1} }` : 'd';
        })
        .join(' ');
    check(
      fc.property(fc.array(selections, { minLength: 6, maxLength: 6 }), (bodies) => {
        const [root, ...rest] = bodies as [(string | number)[], ...(string | number)[][]];
        const document = parse(`{ ${text(root, -1)} } ${rest.map((body, i) => `fragment F${i} on T { ${text(body, i)} }`).join(' ')}`);
        const [operation] = document.definitions;
        if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
        expect(new ShapeMeasure(document).of(operation.selectionSet)).toEqual(writtenOut(operation.selectionSet, document));
      }),
      200,
    );
  });

  test('that doubles with every fragment is refused at once', () => {
    const fragments = many(100, (i) => `fragment F${i} on Member { ...F${i + 1} ...F${i + 1} }`);
    const query = `query { members { nodes { ...F0 } } } ${fragments} fragment F100 on Member { id }`;
    const start = performance.now();
    expect(gate.admit({ query })).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    expect(performance.now() - start).toBeLessThan(500);
  });

  test('and length are limited before anything is validated', () => {
    const start = performance.now();
    const overlapping = `{ ${many(600, () => 'viewer { name }')} }`;
    expect(gate.admit({ query: overlapping })).toMatchObject([{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]);
    expect(gate.admit({ query: `{ ${many(300, () => 'viewer { name }')} }` })).toMatchObject([
      { message: 'An operation has at most 20 root fields.' },
    ]);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
