// Residents' requests, each with its month: what is due first stands first.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { Card } from "../design/Card.js";
import { SelectField, TextArea, TextField } from "../design/Field.js";
import { chosenIn, textIn } from "../design/form-text.js";
import { Tag } from "../design/Tag.js";
import { useDay } from "../design/use-day.js";
import { useNow } from "../design/use-now.js";
import styles from "./Desk.module.css";
import { OfWhom, WhichRequest } from "./OfWhich.js";
import {
  AnswerRequest,
  ExtendRequest,
  FileRequest,
  LiftRestriction,
  type Request,
} from "./rights.documents.js";

const kinds = [
  "ACCESS",
  "RECTIFICATION",
  "ERASURE",
  "RESTRICTION",
  "OBJECTION",
  "PORTABILITY",
] as const;
const ends = ["GRANTED", "PARTLY", "REFUSED"] as const;

const WEEK_MS = 7 * 86_400_000;

interface Props {
  requests: readonly Request[];
  isOfficer: boolean;
  onChanged(): void;
}

type Open = { name: "extend" | "answer" | "lift"; of: Request } | "file" | null;

export function RequestsCard({ requests, isOfficer, onChanged }: Props) {
  const { t } = useTranslation("protection");
  const [opens, setOpens] = useState<Open>(null);
  const close = () => setOpens(null);
  const done = () => {
    close();
    onChanged();
  };
  return (
    <Card
      title={t("requests.title")}
      foot={
        isOfficer && (
          <Button onClick={() => setOpens("file")}>{t("requests.file")}</Button>
        )
      }
    >
      {requests.length === 0 && (
        <p className={styles.muted}>{t("requests.none")}</p>
      )}
      <ul className={styles.rows}>
        {requests.map((one) => (
          <RequestRow
            key={one.number}
            one={one}
            isOfficer={isOfficer}
            onOpen={setOpens}
          />
        ))}
      </ul>
      {opens === "file" && <FileDialog onClose={close} onDone={done} />}
      {opens && opens !== "file" && (
        <MoveDialog
          name={opens.name}
          one={opens.of}
          onClose={close}
          onDone={done}
        />
      )}
    </Card>
  );
}

interface RowProps {
  one: Request;
  isOfficer: boolean;
  onOpen(open: Open): void;
}

function RequestRow({ one, isOfficer, onOpen }: RowProps) {
  const { t } = useTranslation("protection");
  const day = useDay();
  const now = useNow();
  const { number, kind, dueOn, state, answer, liftedAt } = one;
  const left = Date.parse(`${dueOn}T23:59:59`) - now.getTime();
  const isFrozen = kind === "RESTRICTION" && state === "GRANTED" && !liftedAt;
  return (
    <li>
      <b>{t("requests.row", { number, kind: t(`requests.kind.${kind}`) })}</b>
      <span>
        <OfWhom one={one} />,{" "}
        {t("requests.receivedOn", { day: day(one.receivedOn) })}
      </span>
      {state === "OPEN" ? (
        <Tag tone={left < 0 ? "danger" : left < WEEK_MS ? "warn" : "plain"}>
          {t(left < 0 ? "requests.over" : "requests.due", { day: day(dueOn) })}
        </Tag>
      ) : (
        <Tag>{t(`requests.state.${state}`)}</Tag>
      )}
      {isFrozen && <Tag tone="wait">{t("requests.frozen")}</Tag>}
      {(answer ?? one.extensionReason) && (
        <span className={styles.muted}>{answer ?? one.extensionReason}</span>
      )}
      {isOfficer && state === "OPEN" && (
        <span className={styles.verbs}>
          <Button onClick={() => onOpen({ name: "answer", of: one })}>
            {t("requests.answer")}
          </Button>
          <Button
            kind="quiet"
            onClick={() => onOpen({ name: "extend", of: one })}
          >
            {t("requests.extend")}
          </Button>
        </span>
      )}
      {isOfficer && isFrozen && (
        <Button kind="quiet" onClick={() => onOpen({ name: "lift", of: one })}>
          {t("requests.lift")}
        </Button>
      )}
    </li>
  );
}

interface DialogProps {
  onClose(): void;
  onDone(): void;
}

function FileDialog({ onClose, onDone }: DialogProps) {
  const { t } = useTranslation("protection");
  const asked = useAsk(FileRequest);
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());

  async function submit(form: FormData) {
    const kind = chosenIn(form, "kind", kinds);
    if (!kind) return;
    const outcome = await asked.run({
      input: {
        requestKey,
        pseudonym: textIn(form, "pseudonym").trim() || null,
        fileReference: textIn(form, "fileReference").trim() || null,
        kind,
        receivedOn: textIn(form, "receivedOn"),
      },
    });
    if (outcome?.__typename === "ResidentRequest") onDone();
    else if (outcome) setRequestKey(crypto.randomUUID());
  }

  return (
    <AskDialog
      title={t("requests.file")}
      verb={t("requests.save")}
      asked={asked}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={t("requests.pseudonym")}
        hint={t("requests.pseudonymHint")}
        name="pseudonym"
        maxLength={40}
        autoComplete="off"
        error={asked.errorAt("pseudonym")}
      />
      <TextField
        label={t("requests.fileReference")}
        hint={t("requests.fileReferenceHint")}
        name="fileReference"
        maxLength={60}
        autoComplete="off"
        error={asked.errorAt("fileReference")}
      />
      <SelectField
        label={t("requests.what")}
        name="kind"
        required
        defaultValue=""
      >
        <option value="">{t("requests.choose")}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`requests.kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("requests.received")}
        hint={t("requests.month")}
        name="receivedOn"
        type="date"
        required
        error={asked.errorAt("receivedOn")}
      />
    </AskDialog>
  );
}

interface MoveProps extends DialogProps {
  name: "extend" | "answer" | "lift";
  one: Request;
}

function MoveDialog({ name, one, onClose, onDone }: MoveProps) {
  const { t } = useTranslation("protection");
  const extend = useAsk(ExtendRequest);
  const answer = useAsk(AnswerRequest);
  const lift = useAsk(LiftRestriction);
  const asked = { extend, answer, lift }[name];
  const [end, setEnd] = useState("");
  const erases =
    name === "answer" && one.kind === "ERASURE" && end === "GRANTED";
  const of = { requestNumber: one.number, ifVersion: one.version };

  async function move(form: FormData) {
    switch (name) {
      case "extend":
        return extend.run({
          input: {
            ...of,
            months: Number(textIn(form, "months")),
            reason: textIn(form, "reason"),
          },
        });
      case "answer": {
        const state = chosenIn(form, "state", ends);
        if (!state) return undefined;
        return answer.run({
          input: {
            ...of,
            state,
            answer: textIn(form, "answer"),
          },
        });
      }
      case "lift":
        return lift.run({ input: of });
    }
  }

  async function submit(form: FormData) {
    const outcome = await move(form);
    if (outcome?.__typename === "ResidentRequest") onDone();
  }

  return (
    <AskDialog
      title={t(`requests.${name}`)}
      verb={t(erases ? "due.verb" : "requests.save")}
      isDanger={erases}
      asked={asked}
      // a choice that acts at once is made, never preset
      isJudgedByServer={name !== "answer"}
      onClose={onClose}
      onSubmit={submit}
    >
      <WhichRequest one={one} />
      {name === "extend" && (
        <>
          <SelectField label={t("requests.months")} name="months">
            <option value={1}>{t("rules.months", { count: 1 })}</option>
            <option value={2}>{t("rules.months", { count: 2 })}</option>
          </SelectField>
          <TextArea
            label={t("requests.reason")}
            hint={t("plain")}
            name="reason"
            required
            maxLength={300}
            error={asked.errorAt("reason")}
          />
        </>
      )}
      {name === "answer" && (
        <>
          {(one.kind === "ERASURE" || one.kind === "RESTRICTION") && (
            <p>{t(`requests.does.${one.kind}`)}</p>
          )}
          <SelectField
            label={t("requests.end")}
            name="state"
            required
            defaultValue=""
            onChange={({ target }) => setEnd(target.value)}
            error={asked.errorAt("state")}
          >
            <option value="">{t("requests.choose")}</option>
            {ends.map((state) => (
              <option key={state} value={state}>
                {t(`requests.state.${state}`)}
              </option>
            ))}
          </SelectField>
          <TextArea
            label={t("requests.answered")}
            hint={t("plain")}
            name="answer"
            required
            maxLength={600}
            error={asked.errorAt("answer")}
          />
        </>
      )}
      {name === "lift" && <p>{t("requests.liftMeans")}</p>}
    </AskDialog>
  );
}
