// "Sprawy z listy": numbers of the office's own system, from a file or pasted; the rest of the file never leaves the browser.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Form, type Wrong } from "../app/forms/Form.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Page } from "../app/shell/Page.js";
import { Button, ButtonLink } from "../design/Button.js";
import { SelectField, TextArea, TextField } from "../design/Field.js";
import { Note } from "../design/Note.js";
import { OpenCasesFromList } from "./cases.documents.js";
import styles from "./Cases.module.css";
import { columnIn, isWritten, lineOf, rowsOf } from "./list-column.js";
import type { ListNews } from "./list-news.js";
import { useReadCasesAnew } from "./use-read-cases-anew.js";

const mostTold = 5;

export function FromListPage() {
  const { t } = useTranslation("cases");
  const navigate = useNavigate();
  const readAnew = useReadCasesAnew();
  const asked = useAsk(OpenCasesFromList);
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const [text, setText] = useState("");
  const [column, setColumn] = useState(0);
  const [hasHead, setHead] = useState(false);
  const [sent, setSent] = useState<readonly string[]>([]);
  const rows = rowsOf(text);
  const first = rows.find(isWritten) ?? [];
  const numbers = columnIn(rows, column, hasHead);

  const wrong = asked.wrong && {
    ...asked.wrong,
    fields: [{ path: "ownReferences", message: inWords(asked.wrong) }],
  };

  /** The lines that hold no number, by their own words; the first few. */
  function inWords({ message, fields = [] }: Wrong): string {
    const lines = fields.flatMap(({ path }) => {
      const words = sent[Number(path.split(".")[1])];
      if (words === undefined) return [];
      const line = lineOf(rows, column, hasHead, words);
      return t("fromList.line", { line, words });
    });
    const told = lines.slice(0, mostTold).join(", ");
    const more = lines.length > mostTold ? "…" : ".";
    return told
      ? t("fromList.wrong", { lines: told + more, message })
      : message;
  }

  async function submit() {
    setSent(numbers);
    const outcome = await asked.run({
      input: { requestKey, ownReferences: numbers },
    });
    if (!outcome) return;
    if (outcome.__typename !== "CasesOfList") {
      setRequestKey(crypto.randomUUID());
      return;
    }
    readAnew();
    const { cases, opened } = outcome;
    const news: ListNews = { opened, known: cases.length - opened };
    await navigate("/sprawy", { state: news });
  }

  async function read(file: File | undefined) {
    if (!file) return;
    setText(await file.text());
    setColumn(0);
  }

  return (
    <Page title={t("fromList.title")} intro={t("fromList.intro")}>
      <Form
        className={styles.form}
        wrong={wrong}
        isJudgedByServer
        onSubmit={submit}
      >
        <Note tone="plain" icon="lock">
          {t("fromList.stays")}
        </Note>
        <fieldset className={styles.fields}>
          <legend>{t("fromList.list")}</legend>
          <TextField
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            label={t("fromList.file")}
            onChange={(event) => void read(event.target.files?.[0])}
          />
          <TextArea
            label={t("fromList.paste")}
            hint={t("fromList.pasteHint")}
            rows={6}
            value={text}
            autoComplete="off"
            spellCheck={false}
            error={wrong?.fields[0]?.message}
            onChange={(event) => setText(event.target.value)}
          />
          {first.length > 1 && (
            <SelectField
              label={t("fromList.column")}
              value={column}
              onChange={(event) => setColumn(Number(event.target.value))}
            >
              {first.map((head, nth) => (
                <option key={nth} value={nth}>
                  {t("fromList.nth", { nth: nth + 1, head })}
                </option>
              ))}
            </SelectField>
          )}
          <label className={styles.choice}>
            <input
              type="checkbox"
              checked={hasHead}
              onChange={(event) => setHead(event.target.checked)}
            />
            {t("fromList.head")}
          </label>
        </fieldset>
        <p role="status" className={styles.muted}>
          {numbers.length > 0
            ? t("fromList.found", {
                count: numbers.length,
                some: numbers.slice(0, 3).join(", "),
              })
            : t("fromList.nothing")}
        </p>
        <NotSaved failure={asked.failure} />
        <div className={styles.verbs}>
          <ButtonLink to="/sprawy">{t("cancel")}</ButtonLink>
          <Button kind="primary" type="submit" busy={asked.isPending}>
            {t("fromList.submit", { count: numbers.length })}
          </Button>
        </div>
      </Form>
    </Page>
  );
}
