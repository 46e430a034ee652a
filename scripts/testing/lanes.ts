/**
 * Does each piece of work in one of a few lanes, in their order: a lane that is free takes the next.
 * A piece that fails ends the lanes once those under way are through.
 */
export async function inLanes<Work, Lane, Outcome>(
  pieces: readonly Work[],
  lanes: readonly Lane[],
  perform: (piece: Work, lane: Lane) => Promise<Outcome>,
): Promise<Outcome[]> {
  const waiting = [...pieces.entries()];
  const outcomes: Outcome[] = new Array(pieces.length);
  const drive = async (lane: Lane): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, piece] = next;
      outcomes[at] = await perform(piece, lane);
    }
  };
  await Promise.all(lanes.map(drive));
  return outcomes;
}
