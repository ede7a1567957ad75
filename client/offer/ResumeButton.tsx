// "Wznów": a service that rests goes on at once.
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { Quicker } from "../design/Quicker.js";
import { graphql } from "../graphql/generated/gql.js";
import type { LiveServiceFragment } from "../graphql/generated/graphql.js";

const ResumeService = graphql(`
  mutation ResumeService($input: ResumeServiceInput!) {
    outcome: resumeService(input: $input) {
      __typename
      ... on Service {
        ...LiveService @unmask
      }
      ... on ServiceMoved {
        service {
          ...LiveService @unmask
        }
      }
      ...Told @unmask
    }
  }
`);

export function ResumeButton({ service }: { service: LiveServiceFragment }) {
  const { t } = useTranslation("offer");
  const { run, isPending, wrong, failure } = useAsk(ResumeService);
  const { id: serviceId, version: ifVersion, name } = service;
  return (
    <>
      <Button
        busy={isPending}
        aria-label={t("row.resumeOf", { service: name })}
        onClick={() => void run({ input: { serviceId, ifVersion } })}
      >
        {t("row.resume")}
      </Button>
      {wrong && <Quicker>{wrong.message}</Quicker>}
      <NotSaved failure={failure} />
    </>
  );
}
