// Where the account is signed in now; another device can be signed out from here.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Tag } from "../design/Tag.js";
import { useNow } from "../design/use-now.js";
import { graphql } from "../graphql/generated/gql.js";
import type { SessionList_SessionFragment } from "../graphql/generated/graphql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import styles from "./AccountPage.module.css";
import { deviceName } from "./device-name.js";

graphql(`
  fragment SessionList_session on Session {
    id
    startedAt
    lastUsedAt
    device
    current
  }
`);

const EndSession = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      __typename
    }
  }
`);

interface Props {
  sessions: readonly SessionList_SessionFragment[];
  onEnded(): void;
}

export function SessionList({ sessions, onEnded }: Props) {
  const { t } = useTranslation("account");
  const { moment } = useDates(useNow());
  const [end, isPending] = useVerb(EndSession);
  const [failure, setFailure] = useState<Failure | null>(null);
  const named = sessions.map(({ device, ...session }) => ({
    ...session,
    device: deviceName(device) ?? t("sessions.unknown"),
  }));
  return (
    <>
      <NotSaved failure={failure} />
      <ul>
        {named.map(({ id, device, startedAt, lastUsedAt, current }) => (
          <li key={id} className={styles.session}>
            <div>
              <strong>{device}</strong>
              <p>
                {t("sessions.times", {
                  started: moment(new Date(startedAt)),
                  used: moment(new Date(lastUsedAt)),
                })}
              </p>
            </div>
            {current ? (
              <Tag tone="ok">{t("sessions.current")}</Tag>
            ) : (
              <Button
                size="small"
                busy={isPending}
                aria-label={t("sessions.endOf", { device })}
                onClick={async () => {
                  const input = { sessionId: id };
                  const { data, failure: failed } = await end({ input });
                  setFailure(failed ?? null);
                  if (data) onEnded();
                }}
              >
                {t("sessions.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
