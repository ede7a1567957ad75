// On what partners may be told more of a case than a number: what works now, what has ended, and the one tap that takes it back.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button, ButtonLink } from "../design/Button.js";
import { Card } from "../design/Card.js";
import { ConfirmDialog } from "../design/ConfirmDialog.js";
import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { Tag } from "../design/Tag.js";
import { useDay } from "../design/use-day.js";
import { useNow } from "../design/use-now.js";
import type { ShownBasisFragment } from "../graphql/generated/graphql.js";
import { WithdrawBasis } from "./bases.documents.js";
import styles from "./Bases.module.css";
import { FieldNames } from "./FieldNames.js";
import { lastDayOf } from "./last-day.js";
import { NoteDialog } from "./NoteDialog.js";

interface Props {
  caseId: string;
  isOpen: boolean;
  /** Nothing is owed of who is erased. */
  isErased: boolean;
  bases: readonly ShownBasisFragment[];
  /** Something else of the case has changed with it. */
  onChanged(): void;
}

export function BasesCard({
  caseId,
  isOpen,
  isErased,
  bases,
  onChanged,
}: Props) {
  const { t } = useTranslation("bases");
  const [showsEnded, setShowsEnded] = useState(false);
  const now = useNow();
  const hasEnded = (one: ShownBasisFragment) =>
    one.endedAt !== null ||
    (one.validTo !== null && Date.parse(one.validTo) <= now.getTime());
  const owesNote = (one: ShownBasisFragment) =>
    !isErased && one.noteDueAt !== null && one.note === null;
  const working = bases.filter((one) => !hasEnded(one));
  const ended = bases.filter(hasEnded);
  // what an emergency was is owed after its end too
  const owing = ended.filter(owesNote);
  const over = ended.filter((one) => !owesNote(one));
  const shown = [...working, ...owing, ...(showsEnded ? over : [])];
  return (
    <Card
      title={t("card.title")}
      foot={
        isOpen && (
          <ButtonLink to={`/sprawy/${caseId}/podstawa`} icon="plus">
            {t("card.record")}
          </ButtonLink>
        )
      }
    >
      {working.length === 0 && <p className={styles.muted}>{t("card.none")}</p>}
      <ul className={styles.list}>
        {shown.map((one) => (
          <BasisRow
            key={one.id}
            basis={one}
            owesNote={owesNote(one)}
            isErased={isErased}
            now={now}
            onChanged={onChanged}
          />
        ))}
      </ul>
      {over.length > 0 && !showsEnded && (
        <Button kind="quiet" size="small" onClick={() => setShowsEnded(true)}>
          {t("card.showEnded", { count: over.length })}
        </Button>
      )}
    </Card>
  );
}

interface RowProps {
  basis: ShownBasisFragment;
  owesNote: boolean;
  isErased: boolean;
  now: Date;
  onChanged(): void;
}

function BasisRow({ basis, owesNote, isErased, now, onChanged }: RowProps) {
  const { t } = useTranslation("bases");
  const day = useDay();
  const { moment, until } = useDates(now);
  const asked = useAsk(WithdrawBasis);
  const [opens, setOpens] = useState<"withdraw" | "note" | null>(null);
  const close = () => setOpens(null);
  const { partner, service, endedAt, validTo, note, noteDueAt } = basis;
  const isOver = !basis.isWorking && !isToCome(basis, now);
  // what has run out may have told a partner things that it still reads
  const mayWithdraw = !isErased && basis.viewerCanWithdraw;

  async function withdraw() {
    const outcome = await asked.run({ input: { basisId: basis.id } });
    if (outcome?.__typename !== "DisclosureBasis") return;
    close();
    onChanged();
  }

  return (
    <li>
      <div className={styles.head}>
        <b>{partner?.name}</b>
        <Tag tone={endedAt ? "plain" : isOver ? "warn" : "ok"}>
          {endedAt
            ? t("card.ended", { moment: moment(new Date(endedAt)) })
            : validTo
              ? t(isOver ? "card.wasUntil" : "card.until", {
                  day: day(lastDayOf(validTo)),
                })
              : t("card.forGood")}
        </Tag>
      </div>
      <span className={styles.muted}>
        {service ? service.name : t("card.allServices")} ·{" "}
        {t(`kind.${basis.kind}`)}
        {basis.givenBy && <> · {t(`givenBy.${basis.givenBy}`)}</>}
        {basis.form && <> · {t(`form.${basis.form}`)}</>}
        {basis.textVersion && (
          <> · {t("card.text", { version: basis.textVersion })}</>
        )}
      </span>
      <span>
        <FieldNames fields={basis.personFields} />
      </span>
      {note && <span className={styles.muted}>{t("note.told", { note })}</span>}
      {owesNote && noteDueAt && (
        <Note tone="warn" icon="clock">
          {t("note.owed", { until: until(new Date(noteDueAt)) })}
        </Note>
      )}
      {(owesNote || mayWithdraw) && (
        <div className={styles.verbs} data-print="no">
          {owesNote && (
            <Button
              size="small"
              kind="primary"
              onClick={() => setOpens("note")}
            >
              {t("note.open")}
            </Button>
          )}
          {mayWithdraw && (
            <Button size="small" onClick={() => setOpens("withdraw")}>
              {t("withdraw.open")}
            </Button>
          )}
        </div>
      )}
      {opens === "withdraw" && (
        <ConfirmDialog
          question={t("withdraw.question")}
          verb={t("withdraw.verb")}
          busy={asked.isPending}
          onConfirm={() => void withdraw()}
          onClose={close}
        >
          <p>{t("withdraw.means", { partner: partner?.name })}</p>
          <p>{t("withdraw.separate")}</p>
          <ProblemNotice problem={asked.wrong} />
          <NotSaved failure={asked.failure} />
        </ConfirmDialog>
      )}
      {opens === "note" && <NoteDialog basisId={basis.id} onClose={close} />}
    </li>
  );
}

function isToCome({ validFrom, endedAt }: ShownBasisFragment, now: Date) {
  return !endedAt && Date.parse(validFrom) > now.getTime();
}
