// The clock of the browser, as what is tested without it takes it.

/** Runs later; answers how to call it off. */
export function later(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => {
    clearTimeout(timer);
  };
}
