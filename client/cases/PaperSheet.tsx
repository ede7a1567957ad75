// A paper of a case on the screen, as it will be printed; its words are the server's, in the language of the paper.
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import type { Language } from "../graphql/generated/graphql.js";
import type { Block, Paper } from "./case-papers.js";
import styles from "./PaperSheet.module.css";

interface Props {
  paper: Paper;
  language: Language;
  /** How long it may still be shown; null: it names nobody. */
  minutes: number | null;
}

export function PaperSheet({ paper, language, minutes }: Props) {
  const { t } = useTranslation("cases");
  return (
    <>
      <div className={styles.verbs} data-print="no">
        <Button icon="print" onClick={() => window.print()}>
          {t("papers.print")}
        </Button>
        {minutes !== null && <span>{t("show.left", { count: minutes })}</span>}
      </div>
      <article lang={language} className={styles.sheet}>
        <h2>{paper.heading}</h2>
        {paper.opening.map((block, nth) => (
          <PaperBlock key={nth} block={block} name={paper.heading} />
        ))}
        {paper.sections.map(({ title, blocks }) => (
          <section key={title}>
            <h3>{title}</h3>
            {blocks.map((block, nth) => (
              <PaperBlock key={nth} block={block} name={title} />
            ))}
          </section>
        ))}
      </article>
    </>
  );
}

function PaperBlock({ block, name }: { block: Block; name: string }) {
  const { text, points, head, rows } = block;
  if (points)
    return (
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    );
  if (!head || !rows) return <p>{text}</p>;
  return (
    <table>
      <caption className="visually-hidden">{name}</caption>
      <thead>
        <tr>
          {head.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, nth) => (
          <tr key={nth}>
            {cells.map((cell, column) =>
              column === 0 ? (
                <th key={column} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={column} data-column={head[column]}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
