// Words that are read out only once they stopped changing, so that typing is not talked over.
import { useEffect, useState } from "react";

export function useSettled(words: string, milliseconds = 500): string {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), milliseconds);
    return () => clearTimeout(timer);
  }, [words, milliseconds]);
  return settled;
}
