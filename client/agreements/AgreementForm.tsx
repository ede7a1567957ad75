// The form of an agreement: its terms, the services that it names with their places, and who does what.
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Form, type Wrong } from "../app/forms/Form.js";
import { Button } from "../design/Button.js";
import { SelectField, TextArea, TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Loading } from "../design/Loading.js";
import type { AgreementTermsInput } from "../graphql/generated/graphql.js";
import type { Failure } from "../graphql/use-verb.js";
import type { Agreement } from "./AgreementPage.js";
import styles from "./Agreements.module.css";
import {
  chosenIn,
  dataRoles,
  grantForms,
  modes,
  priorities,
  units,
} from "./choices.js";
import { DpaField } from "./DpaField.js";
import { ServicesField } from "./ServicesField.js";
import { type TaskLine, TasksField } from "./TasksField.js";

export interface Party {
  id: string;
  shortName: string;
  isHub: boolean;
}

interface Props {
  /** Filled from this one. */
  agreement?: Agreement | undefined;
  parties: readonly Party[];
  submit: string;
  isPending: boolean;
  wrong: Wrong | null;
  failure: Failure | null;
  onSubmit(terms: AgreementTermsInput, form: FormData): void;
  /** What only this page asks, above the terms. */
  children?: React.ReactNode;
}

export function AgreementForm(props: Props) {
  const { agreement, parties, submit, isPending, wrong, failure } = props;
  const { t } = useTranslation("agreements");
  const terms = agreement?.terms;
  const finance = agreement?.finance;
  const [tasks, setTasks] = useState<readonly TaskLine[]>(() =>
    (terms?.tasks ?? []).map(({ task, part, partner }) => ({
      key: crypto.randomUUID(),
      task,
      part,
      partnerId: partner?.id ?? "",
    })),
  );
  const [services, setServices] = useState<ReadonlyMap<string, number>>(
    () =>
      new Map(
        (terms?.services ?? []).flatMap(({ service, placesKept }) =>
          service ? [[service.id, placesKept] as const] : [],
        ),
      ),
  );
  const errorAt = (name: string) =>
    wrong?.fields?.find(({ path }) => path === `terms.${name}`)?.message;

  function send(form: FormData) {
    const text = (name: string) => textIn(form, name).trim() || null;
    const number = (name: string) => {
      const typed = text(name);
      return typed === null ? null : Number(typed.replace(",", "."));
    };
    const amount = number("amount");
    props.onSubmit(
      {
        title: textIn(form, "title"),
        purpose: text("purpose"),
        validFrom: text("validFrom"),
        validTo: text("validTo"),
        noticeDays: number("noticeDays"),
        renewMonths: number("renewMonths"),
        dataRole: chosenIn(form, "dataRole", dataRoles) ?? "NO_PERSONAL_DATA",
        dpaAgreementId: text("dpaAgreementId"),
        allowsSensitive: form.get("allowsSensitive") === "on",
        responseTimes: priorities.flatMap((priority) => {
          const promised = number(`time.${priority}`);
          const unit = chosenIn(form, `unit.${priority}`, units);
          return promised === null || !unit
            ? []
            : [{ priority, amount: promised, unit }];
        }),
        offerUpdateDutyDays: number("offerUpdateDutyDays"),
        meetingsPerYear: number("meetingsPerYear"),
        reporting: text("reporting"),
        disputeClause: text("disputeClause"),
        grantForm: chosenIn(form, "grantForm", grantForms),
        // nothing asks for it yet; what was said through the graph stays
        isPublic: agreement?.isPublic ?? false,
        financeMode: chosenIn(form, "financeMode", modes),
        amountGrosze: amount === null ? null : Math.round(amount * 100),
        settlementRules: text("settlementRules"),
        services: [...services].map(([serviceId, placesKept]) => ({
          serviceId,
          placesKept,
        })),
        tasks: tasks.map(({ task, part, partnerId }) => ({
          task,
          part,
          partnerId,
        })),
      },
      form,
    );
  }

  const days = (
    name:
      | "noticeDays"
      | "offerUpdateDutyDays"
      | "meetingsPerYear"
      | "renewMonths",
  ) => (
    <TextField
      label={t(`field.${name}`)}
      name={name}
      type="number"
      min={0}
      defaultValue={terms?.[name] ?? ""}
      error={errorAt(name)}
    />
  );
  const words = (name: "purpose" | "reporting" | "disputeClause") => (
    <TextArea
      label={t(`field.${name}`)}
      name={name}
      maxLength={2000}
      defaultValue={terms?.[name] ?? ""}
      error={errorAt(name)}
    />
  );
  return (
    <Form
      className={styles.form}
      wrong={wrong}
      isJudgedByServer
      onSubmit={send}
    >
      {props.children}
      <TextField
        label={t("field.title")}
        name="title"
        required
        maxLength={200}
        defaultValue={agreement?.title}
        error={errorAt("title")}
      />
      {words("purpose")}
      <div className={styles.pair}>
        <TextField
          label={t("field.validFrom")}
          name="validFrom"
          type="date"
          defaultValue={agreement?.validFrom ?? ""}
          error={errorAt("validFrom")}
        />
        <TextField
          label={t("field.validTo")}
          name="validTo"
          type="date"
          defaultValue={agreement?.validTo ?? ""}
          error={errorAt("validTo")}
        />
        {days("noticeDays")}
        {days("renewMonths")}
      </div>
      <SelectField
        label={t("field.dataRole")}
        name="dataRole"
        defaultValue={agreement?.dataRole}
      >
        {dataRoles.map((role) => (
          <option key={role} value={role}>
            {t(`dataRole.${role}`)}
          </option>
        ))}
      </SelectField>
      <Suspense fallback={<Loading />}>
        <DpaField
          parties={parties}
          chosen={terms?.dpaAgreement?.id ?? null}
          error={errorAt("dpaAgreementId")}
        />
      </Suspense>
      <label className={styles.choice}>
        <input
          type="checkbox"
          name="allowsSensitive"
          defaultChecked={terms?.allowsSensitive}
        />
        {t("field.allowsSensitive")}
      </label>
      <fieldset>
        <legend>{t("field.times")}</legend>
        <p className={styles.muted}>{t("timesHint")}</p>
        {priorities.map((priority) => {
          const promised = terms?.promisedTimes.find(
            (one) => one.priority === priority,
          );
          return (
            <div key={priority} className={styles.pair}>
              <TextField
                label={t(`priority.${priority}`)}
                hint={t(`timeHint.${priority}`)}
                name={`time.${priority}`}
                type="number"
                min={1}
                max={999}
                defaultValue={promised?.amount ?? ""}
                error={
                  priority === "EMERGENCY"
                    ? errorAt("responseTimes")
                    : undefined
                }
              />
              <SelectField
                label={t("unitOf", { priority: t(`priority.${priority}`) })}
                name={`unit.${priority}`}
                defaultValue={promised?.unit}
              >
                {units.map((unit) => (
                  <option key={unit} value={unit}>
                    {t(`unit.${unit}`)}
                  </option>
                ))}
              </SelectField>
            </div>
          );
        })}
      </fieldset>
      <ServicesField
        parties={parties}
        services={services}
        error={errorAt("services")}
        onChange={setServices}
      />
      <TasksField
        parties={parties}
        tasks={tasks}
        error={errorAt("tasks")}
        onChange={setTasks}
      />
      <div className={styles.pair}>
        {days("offerUpdateDutyDays")}
        {days("meetingsPerYear")}
      </div>
      {words("reporting")}
      {words("disputeClause")}
      <div className={styles.pair}>
        <SelectField
          label={t("field.financeMode")}
          name="financeMode"
          defaultValue={finance?.mode ?? ""}
          error={errorAt("financeMode")}
        >
          <option value="">{t("none")}</option>
          {modes.map((mode) => (
            <option key={mode} value={mode}>
              {t(`mode.${mode}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t("field.amount")}
          name="amount"
          inputMode="decimal"
          pattern="[0-9]+([.,][0-9]{1,2})?"
          defaultValue={
            finance?.amountGrosze == null ? "" : finance.amountGrosze / 100
          }
          error={errorAt("amountGrosze")}
        />
        <SelectField
          label={t("field.grantForm")}
          name="grantForm"
          defaultValue={terms?.grantForm ?? ""}
        >
          <option value="">{t("none")}</option>
          {grantForms.map((form) => (
            <option key={form} value={form}>
              {t(`grantForm.${form}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <TextArea
        label={t("field.settlementRules")}
        name="settlementRules"
        maxLength={2000}
        defaultValue={finance?.settlementRules ?? ""}
        error={errorAt("settlementRules")}
      />
      <NotSaved failure={failure} />
      <div>
        <Button kind="primary" type="submit" busy={isPending}>
          {submit}
        </Button>
      </div>
    </Form>
  );
}
