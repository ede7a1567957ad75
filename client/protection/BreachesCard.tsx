// Breaches, each with its 72 hours: what was done, and whether it is reported and told.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { Card } from "../design/Card.js";
import { instantOf, useDates } from "../design/dates.js";
import { SelectField, TextArea, TextField } from "../design/Field.js";
import { chosenIn, textIn } from "../design/form-text.js";
import { Tag } from "../design/Tag.js";
import { useNow } from "../design/use-now.js";
import { DecideDialog } from "./DecideDialog.js";
import styles from "./Desk.module.css";
import { WhichBreach } from "./OfWhich.js";
import {
  type Breach,
  NoteBreachStep,
  RecordBreach,
} from "./rights.documents.js";

const kinds = ["CONFIDENTIALITY", "INTEGRITY", "AVAILABILITY"] as const;
const HOUR_MS = 3_600_000;

interface Props {
  breaches: readonly Breach[];
  isOfficer: boolean;
  onChanged(): void;
}

type Open = { name: "step" | "decide"; of: Breach } | "record" | null;

export function BreachesCard({ breaches, isOfficer, onChanged }: Props) {
  const { t } = useTranslation("protection");
  const [opens, setOpens] = useState<Open>(null);
  const close = () => setOpens(null);
  const done = () => {
    close();
    onChanged();
  };
  return (
    <Card
      title={t("breaches.title")}
      foot={
        isOfficer && (
          <Button onClick={() => setOpens("record")}>
            {t("breaches.record")}
          </Button>
        )
      }
    >
      {breaches.length === 0 && (
        <p className={styles.muted}>{t("breaches.none")}</p>
      )}
      <ul className={styles.rows}>
        {breaches.map((one) => (
          <BreachRow
            key={one.number}
            one={one}
            isOfficer={isOfficer}
            onOpen={setOpens}
          />
        ))}
      </ul>
      {opens === "record" && <RecordDialog onClose={close} onDone={done} />}
      {opens && opens !== "record" && opens.name === "step" && (
        <StepDialog one={opens.of} onClose={close} onDone={done} />
      )}
      {opens && opens !== "record" && opens.name === "decide" && (
        <DecideDialog one={opens.of} onClose={close} onDone={done} />
      )}
    </Card>
  );
}

interface RowProps {
  one: Breach;
  isOfficer: boolean;
  onOpen(open: Open): void;
}

function BreachRow({ one, isOfficer, onOpen }: RowProps) {
  const { t } = useTranslation("protection");
  const now = useNow();
  const { moment } = useDates(now);
  const { number, kind, dueAt, about, decidedAt, reported, told } = one;
  const hours = Math.floor((Date.parse(dueAt) - now.getTime()) / HOUR_MS);
  return (
    <li>
      <b>{t("breaches.row", { number, kind: t(`breaches.kind.${kind}`) })}</b>
      {decidedAt ? (
        <Tag>
          {t(reported ? "breaches.reported" : "breaches.notReported")}
          {", "}
          {t(told ? "breaches.told" : "breaches.notTold")}
        </Tag>
      ) : (
        <Tag tone={hours < 24 ? "danger" : "warn"}>
          {hours < 0
            ? t("breaches.over", { moment: moment(new Date(dueAt)) })
            : t("breaches.left", { count: hours })}
        </Tag>
      )}
      <span className={styles.text}>{about}</span>
      <span className={styles.muted}>
        {t("breaches.foundOn", { moment: moment(new Date(one.foundAt)) })}
      </span>
      {one.reportedAt && (
        <span className={styles.muted}>
          {t("breaches.reportedOn", {
            moment: moment(new Date(one.reportedAt)),
            number: one.reportNumber,
          })}
        </span>
      )}
      {one.reportReason && (
        <span className={styles.muted}>
          {t(reported ? "breaches.whyLate" : "breaches.whyNotReported", {
            reason: one.reportReason,
          })}
        </span>
      )}
      {one.toldReason && (
        <span className={styles.muted}>
          {t("breaches.whyNotTold", { reason: one.toldReason })}
        </span>
      )}
      {one.steps.length > 0 && (
        <ol className={styles.steps}>
          {one.steps.map(({ at, by, what }) => (
            <li key={at + what}>
              {what}{" "}
              <span className={styles.muted}>
                {by}, {moment(new Date(at))}
              </span>
            </li>
          ))}
        </ol>
      )}
      {isOfficer && (
        <span className={styles.verbs}>
          {!(reported && told) && (
            <Button
              kind={decidedAt ? "quiet" : "plain"}
              onClick={() => onOpen({ name: "decide", of: one })}
            >
              {t(decidedAt ? "breaches.decideFurther" : "breaches.decide")}
            </Button>
          )}
          <Button
            kind="quiet"
            onClick={() => onOpen({ name: "step", of: one })}
          >
            {t("breaches.step")}
          </Button>
        </span>
      )}
    </li>
  );
}

interface DialogProps {
  onClose(): void;
  onDone(): void;
}

function RecordDialog({ onClose, onDone }: DialogProps) {
  const { t } = useTranslation("protection");
  const asked = useAsk(RecordBreach);
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());

  async function submit(form: FormData) {
    const people = textIn(form, "people").trim();
    const foundAt = instantOf(textIn(form, "foundAt"));
    const kind = chosenIn(form, "kind", kinds);
    if (!foundAt || !kind) return;
    const outcome = await asked.run({
      input: {
        requestKey,
        kind,
        foundAt,
        about: textIn(form, "about"),
        people: people === "" ? null : Number(people),
      },
    });
    if (outcome?.__typename === "Breach") onDone();
    else if (outcome) setRequestKey(crypto.randomUUID());
  }

  return (
    <AskDialog
      title={t("breaches.record")}
      verb={t("requests.save")}
      asked={asked}
      onClose={onClose}
      onSubmit={submit}
    >
      <SelectField
        label={t("breaches.what")}
        name="kind"
        required
        defaultValue=""
      >
        <option value="">{t("requests.choose")}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`breaches.kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("breaches.found")}
        hint={t("breaches.hours")}
        name="foundAt"
        type="datetime-local"
        required
        error={asked.errorAt("foundAt")}
      />
      <TextArea
        label={t("breaches.about")}
        hint={t("plain")}
        name="about"
        required
        maxLength={600}
        error={asked.errorAt("about")}
      />
      <TextField
        label={t("breaches.people")}
        name="people"
        type="number"
        min={0}
        error={asked.errorAt("people")}
      />
    </AskDialog>
  );
}

function StepDialog({ one, onClose, onDone }: DialogProps & { one: Breach }) {
  const { t } = useTranslation("protection");
  const asked = useAsk(NoteBreachStep);
  return (
    <AskDialog
      title={t("breaches.step")}
      verb={t("requests.save")}
      asked={asked}
      isJudgedByServer
      onClose={onClose}
      onSubmit={async (form) => {
        const outcome = await asked.run({
          input: { breachNumber: one.number, what: textIn(form, "what") },
        });
        if (outcome?.__typename === "Breach") onDone();
      }}
    >
      <WhichBreach one={one} />
      <TextArea
        label={t("breaches.done")}
        hint={t("plain")}
        name="what"
        required
        maxLength={600}
        error={asked.errorAt("what")}
      />
    </AskDialog>
  );
}
