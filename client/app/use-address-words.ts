// Words of the address that say what a list is narrowed by, so that it can be sent as a link.
import { useSearchParams } from "react-router";

import { newestAddress } from "./newest-address.js";

const quietly = { replace: true, preventScrollReset: true } as const;

export function useAddressWords<Word extends string>() {
  const [params, setParams] = useSearchParams();

  /** A query with one word changed; an empty one leaves it. */
  function withWord(
    known: URLSearchParams,
    word: Word,
    value: string,
  ): URLSearchParams {
    const next = new URLSearchParams(known);
    if (value) next.set(word, value);
    else next.delete(word);
    return next;
  }

  return {
    wordOf: (word: Word) => params.get(word),
    hrefWith: (word: Word, value: string) =>
      `?${withWord(params, word, value)}`,
    want: (word: Word, value: string) =>
      setParams(withWord(newestAddress(), word, value), quietly),
    wantEverything: () => setParams({}, quietly),
  };
}
