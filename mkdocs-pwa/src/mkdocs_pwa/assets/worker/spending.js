// --- Spending ----------------------------------------------------------------------------------

// Bytes that have come for this version since its reader was last asked, until it is whole. What came
// in vain counts as well: a host that keeps wrong bytes would be asked for them again and again.
let spent = 0;
// Of these, by downloads that are under way: how much of it is in vain is not known yet.
let coming = 0;
// It is written down so often, for a worker may be ended at any time.
const NOTE_EACH = 100_000;
let noted = 0;
const SPENT = `spent=${version}`;

// A page that asks for a file has asked its reader as well, but not for as much as this.
const LARGE = 1_000_000;

async function readSpent() {
  spent = Number((await readItem(SPENT)) ?? 0);
  noted = spent;
}

const noteSpent = () => writeItem(SPENT, String((noted = spent)));

/**
 * What is made of the body of an answer, of which no more than `most` bytes are read, and counted.
 *
 * @template Value
 * @param {Response} response
 * @param {number} most - Bytes.
 * @param {(body: ReadableStream<Uint8Array<ArrayBuffer>>) => Promise<Value>} use
 */
async function counted(response, most, use) {
  let came = 0;
  const counter = new TransformStream({
    /**
     * @param {Uint8Array<ArrayBuffer>} chunk
     * @param {TransformStreamDefaultController} controller
     */
    transform(chunk, controller) {
      const { length } = chunk;
      came += length;
      spent += length;
      coming += length;
      if (came > most) throw new Error("too long");
      if ((storing || most > LARGE) && spent - noted > NOTE_EACH) noteSpent();
      controller.enqueue(chunk);
    },
  });
  try {
    return await use((response.body ?? new Blob().stream()).pipeThrough(counter));
  } finally {
    coming -= came;
  }
}
