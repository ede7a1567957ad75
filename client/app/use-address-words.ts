// Words of the address that say what a list is narrowed by, so that it can be sent as a link.
import { useSearchParams } from "react-router";

const quietly = { replace: true, preventScrollReset: true } as const;

export function useAddressWords<Word extends string>() {
  const [params, setParams] = useSearchParams();

  /** The query with one word changed; an empty one leaves it. */
  function withWord(word: Word, value: string): URLSearchParams {
    const next = new URLSearchParams(params);
    if (value) next.set(word, value);
    else next.delete(word);
    return next;
  }

  return {
    wordOf: (word: Word) => params.get(word),
    hrefWith: (word: Word, value: string) => `?${withWord(word, value)}`,
    want: (word: Word, value: string) =>
      setParams(withWord(word, value), quietly),
    wantEverything: () => setParams({}, quietly),
  };
}
