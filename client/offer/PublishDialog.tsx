// A new service in one's own offer: what it is, for what, and how many places.
import { useApolloClient } from "@apollo/client/react";
import { type SubmitEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import { SelectField, TextArea, TextField } from "../design/Field.js";
import { Note } from "../design/Note.js";
import { graphql } from "../graphql/generated/gql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import { OfferPageQuery } from "./offer-page-query.js";
import type { InvalidField } from "./publish-form.js";
import { choices, readForm } from "./publish-form.js";

const PublishService = graphql(`
  mutation PublishService($input: PublishServiceInput!) {
    publishService(input: $input) {
      __typename
      ... on Service {
        ...LiveService @unmask
      }
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

export function PublishDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(["offer", "design"]);
  const { cache } = useApolloClient();
  const { partner } = useViewer();
  const formId = useId();
  const [requestKey] = useState(() => crypto.randomUUID());
  const [unit, setUnit] = useState<string>("PLACES");
  const [publish, isPending] = useVerb(PublishService);
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<readonly InvalidField[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const input = readForm(new FormData(event.currentTarget), requestKey);
    if (!input || isPending) return;
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
    setProblem(answer.message);
    setFields(answer.__typename === "InvalidInput" ? answer.fields : []);
  }

  const errorAt = (path: string) =>
    fields.find((field) => field.path === path)?.message;
  return (
    <Dialog
      title={t("publish.title")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("numbers.cancel")}</Button>
          <Button kind="primary" type="submit" form={formId} busy={isPending}>
            {t("publish.submit")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)}>
        {problem && (
          <Note tone="danger" icon="warning" role="alert">
            {problem}
          </Note>
        )}
        <TextField
          label={t("publish.name")}
          name="name"
          required
          maxLength={200}
          error={errorAt("name")}
        />
        <TextArea
          label={t("publish.description")}
          hint={t("publish.descriptionHint")}
          name="description"
          error={errorAt("description")}
        />
        {(["area", "group", "form"] as const).map((name) => (
          <SelectField
            key={name}
            label={t(`publish.${name}`)}
            name={name}
            required
            defaultValue=""
            error={errorAt(name)}
          >
            <option value="">{t("publish.choose")}</option>
            {choices[name].map((value) => (
              <option key={value} value={value}>
                {t(`design:${name}.${value}`)}
              </option>
            ))}
          </SelectField>
        ))}
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
      </form>
      <NotSaved failure={failure} />
    </Dialog>
  );
}
