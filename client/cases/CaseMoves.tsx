// What can be done with a case as a whole: close it, open it again, erase who the person was.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { ConfirmDialog } from "../design/ConfirmDialog.js";
import type { ShownCase } from "./CasePage.js";
import { CloseCase, EraseIdentity, ReopenCase } from "./cases.documents.js";
import styles from "./Cases.module.css";
import { useReadCasesAnew } from "./use-read-cases-anew.js";

type Move = "close" | "reopen" | "erase";

export function CaseMoves({ one }: { one: ShownCase }) {
  const { t } = useTranslation("cases");
  const readAnew = useReadCasesAnew();
  const moves = {
    close: useAsk(CloseCase),
    reopen: useAsk(ReopenCase),
    erase: useAsk(EraseIdentity),
  };
  const [asks, setAsks] = useState<Move | null>(null);
  const isClosed = one.closedOn !== null;
  const open: Move[] = !isClosed
    ? ["close"]
    : [
        ...(one.identityErasedAt ? [] : (["reopen"] as const)),
        ...(one.identityVersion === null ? [] : (["erase"] as const)),
      ];

  async function move(asked: Move) {
    const outcome = await moves[asked].run({
      input: { caseId: one.id, ifVersion: one.version },
    });
    if (outcome?.__typename === "Case") readAnew();
  }

  const asked = asks && moves[asks];
  return (
    <>
      {open.map((name) => (
        <Button
          key={name}
          kind={name === "erase" ? "danger" : "plain"}
          onClick={() => setAsks(name)}
        >
          {t(`move.${name}.open`)}
        </Button>
      ))}
      {asks && asked && (
        <ConfirmDialog
          question={t(`move.${asks}.question`)}
          verb={t(`move.${asks}.verb`)}
          busy={asked.isPending}
          onConfirm={() => void move(asks)}
          onClose={() => setAsks(null)}
        >
          <div className={styles.form}>
            <p>{t(`move.${asks}.means`)}</p>
            <ProblemNotice problem={asked.wrong} />
            <NotSaved failure={asked.failure} />
          </div>
        </ConfirmDialog>
      )}
    </>
  );
}
