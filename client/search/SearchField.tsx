// The words that are searched for; "/" leads here from anywhere on the page, the arrow down leads on into the results.
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { isSingleKey } from "../app/shell/keys.js";
import { Icon } from "../design/Icon.js";
import styles from "./SearchField.module.css";

interface Props {
  words: string;
  onWords(words: string): void;
  onDown(): void;
}

/** Words are looked for when the fingers rest this long. */
const pause = 250;

export function SearchField({ words, onWords, onDown }: Props) {
  const { t } = useTranslation("search");
  const [typed, setTyped] = useState(words);
  const [followed, setFollowed] = useState(words);
  const input = useRef<HTMLInputElement>(null);
  const report = useRef(onWords);
  useEffect(() => {
    report.current = onWords;
  });

  // a link or the way back brought other words
  if (words !== followed) {
    setFollowed(words);
    if (words !== typed.trim()) setTyped(words);
  }

  useEffect(() => {
    const next = typed.trim();
    if (next === words) return;
    const timer = setTimeout(() => report.current(next), pause);
    return () => clearTimeout(timer);
  }, [typed, words]);

  useEffect(() => {
    function focus(event: KeyboardEvent) {
      if (event.key !== "/" || !isSingleKey(event)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    }
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);

  return (
    <form
      role="search"
      className={styles.search}
      data-print={typed ? undefined : "no"}
      onSubmit={(event) => {
        event.preventDefault();
        onWords(typed.trim());
      }}
    >
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        value={typed}
        aria-label={t("field.label")}
        aria-keyshortcuts="/"
        placeholder={t("field.placeholder")}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          onDown();
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
