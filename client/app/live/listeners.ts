// Those who want to hear of each change as it comes.
export function createListeners<Event>() {
  const all = new Set<(event: Event) => void>();
  return {
    add(listener: (event: Event) => void): () => void {
      all.add(listener);
      return () => {
        all.delete(listener);
      };
    },
    call(event: Event): void {
      for (const listener of all) listener(event);
    },
  };
}
