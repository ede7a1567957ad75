// A new service in one's own offer: what it is, for what, and how many places.
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import type { Wrong } from "../app/forms/Form.js";
import { useViewer } from "../app/session/viewer.js";
import { SelectField, TextField } from "../design/Field.js";
import ticks from "../design/TickList.module.css";
import { graphql } from "../graphql/generated/gql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import { OfferPageQuery } from "./offer-page-query.js";
import { choices, readForm } from "./publish-form.js";
import { publishes, supportingModes } from "./supporting.js";
import { WordFields } from "./WordFields.js";

const PublishService = graphql(`
  mutation PublishService($input: PublishServiceInput!) {
    publishService(input: $input) {
      __typename
      ... on Service {
        ...LiveService @unmask
      }
      ...Told @unmask
    }
  }
`);

export function PublishDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(["offer", "design"]);
  const { cache } = useApolloClient();
  const viewer = useViewer();
  const { partner } = viewer;
  const may = publishes(viewer);
  const [isSupporting, setSupporting] = useState(!may.ordinary);
  const modes = isSupporting ? supportingModes : choices.entryMode;
  const words = isSupporting ? "publish.supporting" : "publish.ordinary";
  const [requestKey] = useState(() => crypto.randomUUID());
  const [unit, setUnit] = useState<string>("PLACES");
  const [publish, isPending] = useVerb(PublishService);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function submit(form: FormData) {
    const read = readForm(form, requestKey);
    if (!read) return;
    const input = { ...read, supporting: isSupporting };
    const outcome = await publish({ input });
    setFailure(outcome.failure ?? null);
    const answer = outcome.data?.publishService;
    if (!answer) return;
    if (answer.__typename === "Service") {
      cache.updateQuery(
        { query: OfferPageQuery, variables: { partnerId: partner.id } },
        (known) =>
          known?.node?.__typename === "Partner"
            ? {
                node: {
                  ...known.node,
                  services: [answer, ...known.node.services],
                },
              }
            : known,
      );
      onClose();
      return;
    }
    setWrong({
      message: answer.message,
      fields: answer.__typename === "InvalidInput" ? answer.fields : [],
    });
  }

  const errorAt = (path: string) =>
    wrong?.fields?.find((field) => field.path === path)?.message;
  return (
    <AskDialog
      title={t(`${words}.title`)}
      verb={t(`${words}.submit`)}
      asked={{ isPending, wrong, failure }}
      onClose={onClose}
      onSubmit={submit}
    >
      <WordFields errorAt={errorAt} />
      {may.supporting && may.ordinary && (
        <label className={ticks.choice}>
          <input
            type="checkbox"
            checked={isSupporting}
            onChange={({ target }) => setSupporting(target.checked)}
          />
          {t("publish.supporting.tick")}
        </label>
      )}
      <SelectField
        label={t("change.entryMode")}
        name="entryMode"
        key={words}
        defaultValue={isSupporting ? "OPEN" : "REFERRAL"}
        error={errorAt("entryMode")}
      >
        {modes.map((value) => (
          <option key={value} value={value}>
            {t(`design:entryMode.${value}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("publish.capacityUnit")}
        name="capacityUnit"
        value={unit}
        onChange={({ target }) => setUnit(target.value)}
      >
        {choices.capacityUnit.map((value) => (
          <option key={value} value={value}>
            {t(`design:unit.${value}`)}
          </option>
        ))}
      </SelectField>
      {unit === "TICKETS_EVENT" && (
        <TextField
          label={t("publish.eventOn")}
          name="eventOn"
          type="date"
          required
          error={errorAt("eventOn")}
        />
      )}
      <TextField
        label={t("publish.capacityTotal")}
        name="capacityTotal"
        type="number"
        inputMode="numeric"
        min={0}
        step={1}
        required
        error={errorAt("capacityTotal")}
      />
    </AskDialog>
  );
}
