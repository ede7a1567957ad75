// What was agreed, within what may travel at all: kind, fields, who gave it, how, and from when to when; beside it the text to show.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Form } from "../app/forms/Form.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { ChoiceField, Group, SelectField, TextField } from "../design/Field.js";
import { chosenIn, textIn } from "../design/form-text.js";
import { calendarDay } from "../design/period.js";
import type {
  BasisChoiceQuery,
  PersonalDataField,
} from "../graphql/generated/graphql.js";
import { RecordBasis } from "./bases.documents.js";
import styles from "./Bases.module.css";
import { BasisPaper } from "./BasisPaper.js";
import {
  forms,
  givers,
  isContact,
  isSensitive,
  levelOf,
} from "./level-fields.js";

type Choice = NonNullable<
  Extract<BasisChoiceQuery["node"], { __typename: "Case" }>["basisChoice"]
>;

interface Props {
  caseId: string;
  partner: { id: string; name: string };
  service: { id: string; name: string } | null;
  choice: Choice;
  onRecorded(): void;
}

const today = () => calendarDay(new Date());

const inAYear = (day: string) =>
  `${String(Number(day.slice(0, 4)) + 1)}${day.slice(4).replace("02-29", "02-28")}`;

export function BasisForm(props: Props) {
  const { caseId, partner, service, choice, onRecorded } = props;
  const { t } = useTranslation("bases");
  const asked = useAsk(RecordBasis);
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState(choice.kinds[0] ?? "CONSENT");
  const [fields, setFields] = useState<readonly PersonalDataField[]>(() =>
    choice.fields.filter(isContact),
  );
  const [validTo, setValidTo] = useState(inAYear(today()));
  const text = choice.texts.find((one) => one.kind === kind);

  async function submit(form: FormData) {
    const outcome = await asked.run({
      input: {
        requestKey,
        caseId,
        partnerId: partner.id,
        serviceId: service?.id ?? null,
        kind,
        highestLevel: levelOf(fields),
        fields: [...fields],
        givenBy: chosenIn(form, "givenBy", givers) ?? "PERSON",
        form: chosenIn(form, "form", forms) ?? "WRITTEN_ON_PAPER",
        textVersion: text?.version ?? "",
        validFrom: textIn(form, "validFrom"),
        validTo,
      },
    });
    if (outcome?.__typename === "DisclosureBasis") onRecorded();
    // what was put right is another wish
    else if (outcome) setRequestKey(crypto.randomUUID());
  }

  const toggle = (field: PersonalDataField, isOn: boolean) =>
    setFields((was) =>
      choice.fields.filter((one) => (one === field ? isOn : was.includes(one))),
    );
  return (
    <Form className={styles.form} wrong={asked.wrong} onSubmit={submit}>
      <div className={styles.form} data-print="no">
        <ChoiceField
          label={t("page.kind")}
          choices={choice.kinds}
          wordsOf={(one) => t(`kind.${one}`)}
          chosen={kind}
          error={asked.errorAt("kind")}
          onChoose={(one) => one && setKind(one)}
        />
        <Group
          label={t("page.fields")}
          hint={t("page.fieldsHint")}
          error={asked.errorAt("fields") ?? asked.errorAt("highestLevel")}
        >
          <div className={styles.checks}>
            {choice.fields.map((field) => (
              <label key={field} className={styles.check}>
                <input
                  type="checkbox"
                  checked={fields.includes(field)}
                  onChange={({ target }) => toggle(field, target.checked)}
                />
                <span>
                  {t(`field.${field}`)}
                  {isSensitive(field) && <small>{t("page.sensitive")}</small>}
                </span>
              </label>
            ))}
          </div>
        </Group>
        <div className={styles.pair}>
          <SelectField name="givenBy" label={t("page.givenBy")}>
            {givers.map((one) => (
              <option key={one} value={one}>
                {t(`givenBy.${one}`)}
              </option>
            ))}
          </SelectField>
          <SelectField name="form" label={t("page.form")}>
            {forms.map((one) => (
              <option key={one} value={one}>
                {t(`form.${one}`)}
              </option>
            ))}
          </SelectField>
        </div>
        <div className={styles.pair}>
          <TextField
            name="validFrom"
            type="date"
            label={t("page.validFrom")}
            defaultValue={today()}
            required
            error={asked.errorAt("validFrom")}
          />
          <TextField
            name="validTo"
            type="date"
            label={t("page.validTo")}
            value={validTo}
            required
            onChange={({ target }) => setValidTo(target.value)}
            error={asked.errorAt("validTo")}
          />
        </div>
      </div>
      {text && (
        <BasisPaper
          {...{ partner, service, fields, text, validTo }}
          controller={choice.controller}
          onPrint={() => window.print()}
        />
      )}
      <NotSaved failure={asked.failure} />
      <div className={styles.verbs} data-print="no">
        <Button kind="primary" type="submit" busy={asked.isPending}>
          {t("page.save")}
        </Button>
      </div>
    </Form>
  );
}
