// The partner suggests another service for whom it works with; it learns that it is decided, and nothing more.
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { useAsk } from "../app/forms/use-ask.js";
import { useOnReferral } from "../app/live/use-live.js";
import { useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import { TextField } from "../design/Field.js";
import { Note } from "../design/Note.js";
import { Tag } from "../design/Tag.js";
import { graphql } from "../graphql/generated/gql.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import styles from "./ReferralDetail.module.css";

const OwnSuggestions = graphql(`
  query OwnSuggestions($id: ID!) {
    node(id: $id) {
      ... on Referral {
        id
        suggestions {
          id
          decidedAt
          reason
          service {
            id
            name
          }
        }
      }
    }
  }
`);

const ServicesToSuggest = graphql(`
  query ServicesToSuggest($centreId: ID!, $text: String!) {
    centre(id: $centreId) {
      id
      services(filter: { text: $text }, first: 8) {
        nodes {
          id
          name
          partner {
            id
            shortName
          }
        }
      }
    }
  }
`);

const SuggestService = graphql(`
  mutation SuggestService($input: SuggestServiceInput!) {
    outcome: suggestService(input: $input) {
      __typename
      ...Told @unmask
    }
  }
`);

export function SuggestCard({ referral }: { referral: LiveReferralFragment }) {
  const { t } = useTranslation("referrals");
  const [isOpen, setOpen] = useState(false);
  const { id, viewerCanSuggest } = referral;
  const { data, refetch } = useQuery(OwnSuggestions, {
    variables: { id },
    fetchPolicy: "cache-and-network",
  });
  useOnReferral(({ referral: changed }) => {
    if (changed.id === id) void refetch();
  });
  const node = data?.node;
  const made = node && "suggestions" in node ? node.suggestions : [];
  if (!viewerCanSuggest && made.length === 0) return null;
  return (
    <section>
      <h2>{t("suggest.title")}</h2>
      {made.length > 0 && (
        <ul className={styles.suggested}>
          {made.map(({ id: one, service, reason, decidedAt }) => (
            <li key={one}>
              <strong>{service?.name ?? t("suggest.gone")}</strong>{" "}
              <Tag tone={decidedAt ? "plain" : "wait"}>
                {t(decidedAt ? "suggest.decided" : "suggest.awaits")}
              </Tag>
              {reason && (
                <>
                  <br />
                  {reason}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {viewerCanSuggest && (
        <p data-print="no">
          <Button icon="plus" onClick={() => setOpen(true)}>
            {t("suggest.open")}
          </Button>
        </p>
      )}
      {isOpen && (
        <SuggestDialog
          referral={referral}
          onClose={() => setOpen(false)}
          onSaved={() => {
            setOpen(false);
            void refetch();
          }}
        />
      )}
    </section>
  );
}

interface DialogProps {
  referral: LiveReferralFragment;
  onClose(): void;
  onSaved(): void;
}

/** One tap beside a service sends it. */
function SuggestDialog({ referral, onClose, onSaved }: DialogProps) {
  const { t } = useTranslation("referrals");
  const { centre } = useViewer();
  const suggest = useAsk(SuggestService);
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  /** As it was judged. */
  const [sent, setSent] = useState("");
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const { data, previousData } = useQuery(ServicesToSuggest, {
    variables: { centreId: centre.id, text: text.trim() },
  });
  const services = (data ?? previousData)?.centre?.services.nodes.filter(
    ({ id }) => id !== referral.service.id,
  );

  async function send(serviceId: string) {
    setSent(reason);
    const referralId = referral.id;
    const outcome = await suggest.run({
      input: { requestKey, referralId, serviceId, reason: reason.trim() },
    });
    if (outcome?.__typename === "Referral") onSaved();
    else if (outcome) setRequestKey(crypto.randomUUID());
  }

  return (
    <Dialog title={t("suggest.open")} onClose={onClose}>
      <p>{t("suggest.who")}</p>
      <TextField
        label={t("suggest.reason")}
        hint={t("suggest.reasonHint")}
        maxLength={200}
        autoComplete="off"
        value={reason}
        error={sent === reason ? suggest.errorAt("reason") : undefined}
        onChange={({ target }) => setReason(target.value)}
      />
      <TextField
        label={t("suggest.find")}
        type="search"
        maxLength={100}
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {suggest.wrong && !suggest.errorAt("reason") && (
        <Note tone="danger" icon="warning" role="alert">
          {suggest.wrong.message}
        </Note>
      )}
      <NotSaved failure={suggest.failure} />
      {!services && <p aria-busy="true">{t("suggest.reading")}</p>}
      {services?.length === 0 && <p>{t("suggest.none")}</p>}
      <ul className={styles.suggested}>
        {services?.map(({ id, name, partner }) => (
          <li key={id} className={styles.choice}>
            <span>
              <strong>{name}</strong>
              <br />
              {partner.shortName}
            </span>
            <Button
              size="small"
              aria-label={t("suggest.sendOf", { service: name })}
              busy={suggest.isPending}
              onClick={() => void send(id)}
            >
              {t("suggest.send")}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
