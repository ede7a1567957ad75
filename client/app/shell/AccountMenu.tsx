// Who is signed in and for whom; the switch between organisations, the account, the way out.
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";

import { Icon } from "../../design/Icon.js";
import { graphql } from "../../graphql/generated/gql.js";
import { type Failure, useVerb } from "../../graphql/use-verb.js";
import { languages, useLanguage } from "../../i18n/language.js";
import { NotSaved } from "../errors/NotSaved.js";
import { languageNames } from "../language/language-names.js";
import { useChooseLanguage } from "../language/use-choose-language.js";
import { useViewer } from "../session/viewer.js";
import styles from "./AccountMenu.module.css";
import { useClosing } from "./use-closing.js";

const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`);

const SwitchMembership = graphql(`
  mutation SwitchMembership($input: SwitchMembershipInput!) {
    switchMembership(input: $input) {
      __typename
    }
  }
`);

/** A fresh load, so that nothing of the former organisation stays in memory. */
function startAnew(path: string) {
  window.location.assign(path);
}

export function AccountMenu() {
  const { t } = useTranslation("shell");
  const viewer = useViewer();
  const { pathname } = useLocation();
  const menu = useRef<HTMLDetailsElement>(null);
  const [signOut] = useVerb(SignOut);
  const [switchMembership] = useVerb(SwitchMembership);
  useClosing(menu, pathname);

  const organisation = viewer.partner.shortName;
  const others = viewer.memberships.filter(({ current }) => !current);
  return (
    <details ref={menu} className={styles.account}>
      <summary>
        <span className={styles.initials} aria-hidden="true">
          {initials(viewer.name)}
        </span>
        <span className={styles.who}>
          <span className="visually-hidden">{t("account.menu")}</span>
          <strong>{viewer.name}</strong>
          <span>{organisation}</span>
        </span>
        <Icon name="chevron" small />
      </summary>
      <div className={styles.sheet}>
        <p className={styles.acting}>
          {t("account.actingAs")}
          <strong>{viewer.partner.name}</strong>
          {viewer.centre.name}
          {viewer.centre.isTrial && ` (${t("account.trial")})`}
        </p>
        <ul>
          {others.map(({ id, partnerName, centreName }) => (
            <li key={id}>
              <button
                type="button"
                onClick={async () => {
                  const input = { membershipId: id };
                  const { data } = await switchMembership({ input });
                  if (data?.switchMembership.__typename === "SignedIn")
                    startAnew("/");
                }}
              >
                <Icon name="people" />
                {t("account.switch", {
                  organisation: partnerName,
                  centre: centreName,
                })}
              </button>
            </li>
          ))}
          <OtherLanguage />
          <li>
            <Link to="/konto">
              <Icon name="key" />
              {t("account.settings")}
            </Link>
          </li>
          <li>
            <button
              type="button"
              onClick={async () => {
                const { data } = await signOut({});
                // by way of the server, which leads out of the other provider too
                if (data) startAnew("/logowanie/oidc/wyjscie");
              }}
            >
              <Icon name="leave" />
              {t("account.signOut")}
            </button>
          </li>
        </ul>
      </div>
    </details>
  );
}

function OtherLanguage() {
  const spoken = useLanguage();
  const choose = useChooseLanguage();
  const [failure, setFailure] = useState<Failure | null>(null);
  const other = languages.find((language) => language !== spoken);
  if (!other) return null;
  return (
    <li>
      <button
        type="button"
        lang={other}
        onClick={async () => setFailure((await choose(other)) ?? null)}
      >
        <Icon name="globe" />
        {languageNames[other]}
      </button>
      <NotSaved failure={failure} />
    </li>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join("");
}
