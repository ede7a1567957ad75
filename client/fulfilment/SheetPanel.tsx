// The accounts of a period in one table: as they stand, or as the sheet holds them that the centre drafts and each side confirms or objects to.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import { ConfirmDialog } from "../design/ConfirmDialog.js";
import { keepFile } from "../design/keep-file.js";
import { Note } from "../design/Note.js";
import { Tag } from "../design/Tag.js";
import { AccountsTable, haveChanged } from "./AccountsTable.js";
import {
  ConfirmSettlement,
  DraftSettlement,
  ObjectToSettlement,
  type OrderAccounts,
  type ShownSheet,
} from "./fulfilment.documents.js";
import styles from "./Fulfilment.module.css";
import { SheetSides } from "./SheetSides.js";
import { useSettling } from "./use-settling.js";
import { useSheetCsv } from "./use-sheet-csv.js";
import { WordsDialog } from "./WordsDialog.js";

interface Props {
  accounts: OrderAccounts;
  /** None of this period yet. */
  sheet: ShownSheet | undefined;
  organisation: string;
  period: string;
  onChanged(): void;
}

const tones = {
  OPEN: "wait",
  OBJECTED: "warn",
  CONFIRMED: "ok",
  REPLACED: "plain",
} as const;

export function SheetPanel(props: Props) {
  const { accounts, sheet, organisation, period, onChanged } = props;
  const { t } = useTranslation("fulfilment");
  const [asking, setAsking] = useState<"confirm" | "object" | null>(null);
  const csvOf = useSheetCsv();
  const done = () => {
    setAsking(null);
    onChanged();
  };
  const confirming = useSettling(ConfirmSettlement, done);
  const objecting = useSettling(ObjectToSettlement, done);
  const { isOver, accounts: now } = accounts.fulfilment;
  if (!sheet)
    return (
      <div className={styles.panel}>
        <h3>{t(isOver ? "period.over" : "period.running", { period })}</h3>
        <AccountsTable accounts={now} caption={t("now")} />
        <p>{t(isOver ? "sheet.none" : "sheet.early")}</p>
        <DraftButton accounts={accounts} onDrafted={onChanged} />
      </div>
    );
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <h3>{t("sheet.titleOf", { period, revision: sheet.revision })}</h3>
        <Tag tone={tones[sheet.status]}>
          {t(`sheet.status.${sheet.status}`)}
        </Tag>
      </div>
      {sheet.objection && (
        <Note
          tone="warn"
          title={t(`sheet.objected.${sheet.objectedBy ?? "HUB"}`)}
        >
          {sheet.objection}
        </Note>
      )}
      {haveChanged(sheet.accounts, now) && (
        <Note tone="info" icon="refresh">
          {t("changed")}
        </Note>
      )}
      <AccountsTable
        accounts={sheet.accounts}
        now={now}
        caption={t("sheet.frozen")}
      />
      <SheetSides sheet={sheet} organisation={organisation} />
      <ProblemNotice problem={confirming.wrong} />
      <NotSaved failure={confirming.failure} />
      <div className={styles.actions} data-print="no">
        {sheet.viewerCanConfirmSettlement && (
          <>
            <Button
              kind="primary"
              icon="check"
              onClick={() => setAsking("confirm")}
            >
              {t("sheet.confirm")}
            </Button>
            <Button onClick={() => setAsking("object")}>
              {t("sheet.object")}
            </Button>
          </>
        )}
        {sheet.status !== "CONFIRMED" && (
          <DraftButton accounts={accounts} onDrafted={onChanged} again />
        )}
        <Button
          icon="download"
          onClick={() =>
            keepFile(
              [csvOf(organisation, period, sheet)],
              t("sheet.file", { from: sheet.from, revision: sheet.revision }),
            )
          }
        >
          {t("csv")}
        </Button>
      </div>
      {asking === "confirm" && (
        <ConfirmDialog
          question={t("sheet.ask")}
          verb={t("sheet.confirm")}
          busy={confirming.isPending}
          onClose={() => setAsking(null)}
          onConfirm={() =>
            void confirming
              .settle({
                input: {
                  sheetId: sheet.id,
                  ifReportVersion: accounts.fulfilment.reportVersion,
                },
              })
              .then(() => setAsking(null))
          }
        >
          {t("sheet.askText")}
        </ConfirmDialog>
      )}
      {asking === "object" && (
        <WordsDialog
          title={t("sheet.objectTitle")}
          label={t("sheet.reason")}
          verb={t("sheet.objectVerb")}
          settling={objecting}
          onClose={() => setAsking(null)}
          onSay={(reason) => ({ input: { sheetId: sheet.id, reason } })}
        />
      )}
    </div>
  );
}

function DraftButton(props: {
  accounts: OrderAccounts;
  onDrafted(): void;
  again?: boolean;
}) {
  const { accounts, onDrafted, again } = props;
  const { t } = useTranslation("fulfilment");
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const drafting = useSettling(DraftSettlement, () => {
    setRequestKey(crypto.randomUUID());
    onDrafted();
  });
  const { fulfilment } = accounts;
  if (!accounts.viewerCanDraftSettlement || !fulfilment.isOver) return null;
  return (
    <>
      <ProblemNotice problem={drafting.wrong} />
      <NotSaved failure={drafting.failure} />
      <span data-print="no">
        <Button
          kind={again ? "plain" : "primary"}
          busy={drafting.isPending}
          onClick={() =>
            void drafting.settle({
              input: { requestKey, orderId: accounts.id, on: fulfilment.from },
            })
          }
        >
          {t(again ? "sheet.again" : "sheet.draft")}
        </Button>
      </span>
    </>
  );
}
