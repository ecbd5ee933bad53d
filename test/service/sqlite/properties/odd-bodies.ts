import fc from 'fast-check';

/** Bodies that nobody should send: random ones, and realistic ones that something has happened to on the way. */
export function oddBodies(realistic: readonly object[]): fc.Arbitrary<string> {
  const envelope = fc.constantFrom(...realistic);
  return fc.oneof(
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    { weight: 2, arbitrary: fc.json({ maxDepth: 4 }) },
    { weight: 2, arbitrary: envelope.chain(truncated) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(envelope, mutations)
        .map(([body, changes]) => JSON.stringify(mutate(body, changes))),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(envelope, fc.jsonValue())
        .map(([body, data]) => JSON.stringify({ ...body, Data: data })),
    },
  );
}

const truncated = (body: object) => {
  const text = JSON.stringify(body);
  return fc.nat(text.length).map((length) => text.slice(0, length));
};

const mutations = fc.array(fc.tuple(fc.nat(10_000), fc.jsonValue({ maxDepth: 2 })), {
  minLength: 1,
  maxLength: 6,
});

/** The same body with some of its values, chosen by number wherever they are, replaced. */
function mutate(body: object, changes: ReadonlyArray<[number, unknown]>): unknown {
  const copy = structuredClone(body) as Record<string, unknown>;
  for (const [which, value] of changes) {
    const places = placesIn(copy);
    const place = places[which % places.length];
    if (place) place.holder[place.key] = value;
  }
  return copy;
}

function placesIn(value: unknown): Array<{ holder: Record<string, unknown>; key: string }> {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}
