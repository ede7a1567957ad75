// The form of an agreement, in parts: what and with whom, how long, which services, data, answers, who does what, money.
import { type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Form, type Wrong } from "../app/forms/Form.js";
import { Button } from "../design/Button.js";
import { SelectField, TextArea, TextField } from "../design/Field.js";
import { Loading } from "../design/Loading.js";
import { Note } from "../design/Note.js";
import type { AgreementTermsInput } from "../graphql/generated/graphql.js";
import type { Failure } from "../graphql/use-verb.js";
import styles from "./Agreements.module.css";
import { AnswerTimesField } from "./AnswerTimesField.js";
import { dataRoles, priorities, withoutReferrals } from "./choices.js";
import { ContactsField } from "./ContactsField.js";
import { DpaField } from "./DpaField.js";
import { FormPart } from "./FormPart.js";
import { MoneyFields } from "./MoneyFields.js";
import { ProgrammeField } from "./ProgrammeField.js";
import { ServicesField } from "./ServicesField.js";
import { TasksField } from "./TasksField.js";
import { termsIn } from "./terms-in.js";
import type { TermsDraft } from "./use-terms-draft.js";

export interface Party {
  id: string;
  shortName: string;
  isHub: boolean;
}

interface Props {
  draft: TermsDraft;
  /** What is usually left as it is stands folded. */
  isFirst?: boolean;
  parties: readonly Party[];
  submit: string;
  isPending: boolean;
  wrong: Wrong | null;
  failure: Failure | null;
  onSubmit(terms: AgreementTermsInput, form: FormData): void;
  /** What only this page asks, at the beginning. */
  children?: ReactNode;
}

export function AgreementForm(props: Props) {
  const { draft, parties, submit, isPending, wrong, failure } = props;
  const { isFirst = false } = props;
  const { t } = useTranslation("agreements");
  const { kind, field, valueOf, change } = draft;
  const errorAt = (name: string) =>
    wrong?.fields?.find(({ path }) => path === `terms.${name}`)?.message;
  const number = (
    name:
      | "noticeDays"
      | "offerUpdateDutyDays"
      | "meetingsPerYear"
      | "renewMonths",
  ) => (
    <TextField
      {...field(name)}
      label={t(`field.${name}`)}
      type="number"
      min={0}
      error={errorAt(name)}
    />
  );
  const words = (name: "purpose" | "reporting" | "disputeClause") => (
    <TextArea
      {...field(name)}
      label={t(`field.${name}`)}
      maxLength={2000}
      error={errorAt(name)}
    />
  );
  const day = (name: "validFrom" | "validTo") => (
    <TextField
      {...field(name)}
      label={t(`field.${name}`)}
      type="date"
      error={errorAt(name)}
    />
  );
  const saysTimes = priorities.some((one) => valueOf(`time.${one}`) !== "");
  const asksAnswers = saysTimes || !withoutReferrals.includes(kind);
  const namesContacts = parties.some(
    ({ id }) => valueOf(`contact.${id}`) !== "",
  );
  const updates = valueOf("offerUpdateDutyDays");
  const mode = valueOf("financeMode");
  const isPaid = !["", "COOPERATION_ONLY"].includes(mode);
  return (
    <Form
      className={styles.form}
      wrong={wrong}
      isJudgedByServer
      onSubmit={(form) => props.onSubmit(termsIn(form, draft, parties), form)}
    >
      {draft.isFoundAgain && (
        <Note
          tone="info"
          role="status"
          title={t("kept.found")}
          actions={
            <Button size="small" onClick={draft.startAnew}>
              {t("kept.anew")}
            </Button>
          }
        >
          {t("kept.notSaved")}
        </Note>
      )}
      <FormPart title={t("formPart.what")}>
        {props.children}
        <TextField
          {...field("title")}
          label={t("field.title")}
          required
          maxLength={200}
          error={errorAt("title")}
        />
        {words("purpose")}
        <Suspense fallback={<Loading />}>
          <ProgrammeField
            field={field("programmeId")}
            error={errorAt("programmeId")}
          />
        </Suspense>
        <label className={styles.choice}>
          <input type="checkbox" {...draft.box("isPublic")} />
          {t("field.isPublic")}
        </label>
      </FormPart>
      <FormPart title={t("formPart.time")}>
        <div className={styles.pair}>
          {day("validFrom")}
          {day("validTo")}
        </div>
        <div className={styles.pair}>
          {number("noticeDays")}
          {number("renewMonths")}
        </div>
      </FormPart>
      <FormPart title={t("formPart.services")}>
        <ServicesField
          parties={parties}
          services={draft.services}
          error={errorAt("services")}
          onChange={(services) => change({ services })}
        />
      </FormPart>
      <FormPart title={t("formPart.data")}>
        <SelectField
          {...field("dataRole")}
          label={t("field.dataRole")}
          hint={t("usualHint")}
          error={errorAt("dataRole")}
        >
          {dataRoles.map((role) => (
            <option key={role} value={role}>
              {t(`dataRole.${role}`)}
            </option>
          ))}
        </SelectField>
        {(valueOf("dataRole") === "PROCESSOR" || valueOf("dpaAgreementId")) && (
          <Suspense fallback={<Loading />}>
            <DpaField
              parties={parties}
              field={field("dpaAgreementId")}
              error={errorAt("dpaAgreementId")}
            />
          </Suspense>
        )}
        {valueOf("dataRole") !== "NO_PERSONAL_DATA" && (
          <label className={styles.choice}>
            <input type="checkbox" {...draft.box("allowsSensitive")} />
            {t("field.allowsSensitive")}
          </label>
        )}
      </FormPart>
      {asksAnswers && (
        <FormPart
          title={t("formPart.answers")}
          isFolded={isFirst && !saysTimes}
          said={saysTimes ? "" : t("formPart.usualTimes")}
        >
          <AnswerTimesField draft={draft} error={errorAt("responseTimes")} />
        </FormPart>
      )}
      <FormPart title={t("formPart.tasks")}>
        <TasksField
          parties={parties}
          tasks={draft.tasks}
          error={errorAt("tasks")}
          onChange={(tasks) => change({ tasks })}
        />
      </FormPart>
      <FormPart
        title={t("formPart.contacts")}
        isFolded={isFirst && !namesContacts}
        said={namesContacts ? "" : t("contactFirst")}
      >
        <Suspense fallback={<Loading />}>
          <ContactsField
            parties={parties}
            draft={draft}
            error={errorAt("contacts")}
          />
        </Suspense>
      </FormPart>
      <FormPart
        title={t("formPart.together")}
        isFolded={isFirst}
        said={updates && `${t("field.offerUpdateDutyDays")}: ${updates}`}
      >
        <div className={styles.pair}>
          {number("offerUpdateDutyDays")}
          {number("meetingsPerYear")}
        </div>
        {words("reporting")}
        {words("disputeClause")}
      </FormPart>
      <FormPart
        title={t("formPart.money")}
        isFolded={isFirst && !isPaid}
        said={t(mode ? `mode.${mode}` : "none")}
      >
        <MoneyFields draft={draft} errorAt={errorAt} />
      </FormPart>
      <NotSaved failure={failure} />
      <div className={styles.submit}>
        <Button kind="primary" type="submit" busy={isPending}>
          {submit}
        </Button>
      </div>
    </Form>
  );
}
