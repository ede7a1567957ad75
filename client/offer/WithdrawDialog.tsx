// One's own service is offered no more: each open referral is shown, and each gets its plan in the same step.
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { SelectField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Loading } from "../design/Loading.js";
import { Note } from "../design/Note.js";
import { graphql } from "../graphql/generated/gql.js";
import type {
  LiveServiceFragment,
  WhatIsOpenQuery,
} from "../graphql/generated/graphql.js";

const WhatIsOpen = graphql(`
  query WhatIsOpen($id: ID!) {
    node(id: $id) {
      __typename
      ... on Service {
        id
        openReferralCount
        openReferrals {
          id
          number
          status
        }
      }
    }
  }
`);

const WithdrawService = graphql(`
  mutation WithdrawService($input: WithdrawServiceInput!) {
    outcome: withdrawService(input: $input) {
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

type Open = NonNullable<
  Extract<WhatIsOpenQuery["node"], { __typename: "Service" }>
>["openReferrals"][number];

interface Props {
  service: LiveServiceFragment;
  onClose(): void;
}

export function WithdrawDialog({ service, onClose }: Props) {
  const { t } = useTranslation(["offer", "design"]);
  const asked = useAsk(WithdrawService);
  const [seen, setSeen] = useState(service);
  const { data, error, refetch } = useQuery(WhatIsOpen, {
    variables: { id: service.id },
    fetchPolicy: "network-only",
  });
  const known = data?.node?.__typename === "Service" ? data.node : null;
  const open = known?.openReferrals ?? [];
  const count = known?.openReferralCount ?? 0;

  async function submit(form: FormData) {
    const plans = open.map(({ id: referralId }) => ({
      referralId,
      way:
        textIn(form, referralId) === "FINISH_HERE"
          ? ("FINISH_HERE" as const)
          : ("GIVE_BACK" as const),
    }));
    const outcome = await asked.run({
      input: { serviceId: seen.id, ifVersion: seen.version, plans },
    });
    if (outcome?.__typename === "Service") return onClose();
    if (outcome?.__typename === "ServiceMoved") setSeen(outcome.service);
    // somebody may have referred, or answered, meanwhile
    await refetch();
  }

  return (
    <AskDialog
      title={t("withdraw.title", { service: service.name })}
      verb={t("withdraw.submit")}
      asked={asked}
      isDanger
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{t("withdraw.what")}</p>
      {error && (
        <Note tone="danger" icon="warning" role="alert">
          {t("withdraw.notRead")}
        </Note>
      )}
      {!known && !error && <Loading words={t("withdraw.reading")} />}
      {count > open.length && (
        <Note tone="warn" icon="people">
          {t("withdraw.others", { count })}
        </Note>
      )}
      {open.length > 0 && <p>{t("withdraw.open", { count: open.length })}</p>}
      {open.map((referral) => (
        <Plan key={referral.id} referral={referral} />
      ))}
    </AskDialog>
  );
}

/** What was not accepted yet can only be given back. */
function Plan({ referral }: { referral: Open }) {
  const { t } = useTranslation(["offer", "design"]);
  const { id, number, status } = referral;
  const isTaken = ["ACCEPTED", "IN_PROGRESS", "SUSPENDED"].includes(status);
  const state = t(`design:status.partner.${status}`);
  return (
    <SelectField
      label={`${number}: ${state}`}
      hint={isTaken ? undefined : t("withdraw.unanswered")}
      name={id}
      required
      defaultValue=""
    >
      <option value="">{t("withdraw.choose")}</option>
      {isTaken && (
        <option value="FINISH_HERE">{t("withdraw.FINISH_HERE")}</option>
      )}
      <option value="GIVE_BACK">{t("withdraw.GIVE_BACK")}</option>
    </SelectField>
  );
}
