// One organisation of the network: how it is tied, and to whom.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { holdsAny, registerRoles, useViewer } from "../app/session/viewer.js";
import { ContactLinks } from "../design/ContactLinks.js";
import { Tag } from "../design/Tag.js";
import { TypeMark } from "../design/TypeMark.js";
import { useNow } from "../design/use-now.js";
import { MaskedCount } from "./MaskedCount.js";
import styles from "./MemberCard.module.css";
import {
  bondsOf,
  countsOpenReferrals,
  type Member,
  type Network,
} from "./network-view.js";
import { OfferAge } from "./OfferAge.js";
import { useAgreementWords } from "./use-agreement-words.js";
import { useInSight } from "./use-in-sight.js";

interface Props {
  member: Member;
  network: Network;
}

export function MemberCard({ member, network }: Props) {
  const { t } = useTranslation("picture");
  const agreement = useAgreementWords(useNow())(member);
  const { partner, stakeholderType, services, openReferrals, isHub } = member;
  const viewer = useViewer();
  const readsRegister = holdsAny(viewer, registerRoles);
  const keepsPeople = holdsAny(viewer, ["OUS", "DIRECTOR", "IOD", "SYSADMIN"]);
  // what is not the viewer's has no line
  const { nodes } = network.graph;
  const seesAgreements = nodes.some((one) => one.agreementStatus);
  const seesContacts = nodes.some((one) => one.partner.contactPersons.length);
  const card = useInSight<HTMLElement>(partner.id);
  return (
    <section ref={card} className={styles.card} aria-labelledby="wybrany">
      <div className={styles.head}>
        <TypeMark type={stakeholderType} />
        <h2 id="wybrany">{partner.name}</h2>
      </div>
      <dl className={styles.facts}>
        {!isHub && seesAgreements && (
          <div>
            <dt>{t("table.agreement")}</dt>
            <dd>
              <Tag tone={agreement.tone}>{agreement.words}</Tag>
            </dd>
          </div>
        )}
        <div>
          <dt>{t("table.services")}</dt>
          <dd>{services}</dd>
        </div>
        {countsOpenReferrals(nodes) && (
          <div>
            <dt>{t("table.referrals")}</dt>
            <dd>
              <MaskedCount count={openReferrals} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t("table.offer")}</dt>
          <dd>
            <OfferAge member={member} />
          </dd>
        </div>
        <div>
          <dt>{t("table.sector")}</dt>
          <dd>{t(`sector.${partner.sector}`)}</dd>
        </div>
        {seesContacts && (
          <div>
            <dt>{t("table.contact")}</dt>
            <dd>
              <ContactLinks
                people={partner.contactPersons}
                nobody={t("nobody")}
              />
            </dd>
          </div>
        )}
      </dl>
      <p className={styles.links} data-print="no">
        {readsRegister && (
          <Link to={`/partnerzy/${partner.id}`}>{t("partner")}</Link>
        )}
        {keepsPeople && <Link to={`/ludzie/${partner.id}`}>{t("people")}</Link>}
      </p>
      <Neighbours member={member} network={network} />
    </section>
  );
}

function Neighbours({ member, network }: Props) {
  const { t } = useTranslation("picture");
  const { id } = member.partner;
  const { nodes, edges } = network.graph;
  const neighbours = bondsOf(edges).flatMap(({ ends, referrals }) => {
    if (!ends.includes(id)) return [];
    const other = nodes.find(
      ({ partner }) => partner.id !== id && ends.includes(partner.id),
    );
    return other && !other.isHub ? [{ partner: other.partner, referrals }] : [];
  });
  // the hub is tied to everybody; the table says it better
  if (neighbours.length === 0 || member.isHub) return null;
  return (
    <>
      <h3>{t("neighbours")}</h3>
      <ul className={styles.neighbours}>
        {neighbours.map(({ partner, referrals }) => (
          <li key={partner.id}>
            {partner.shortName}
            {referrals !== 0 && (
              <>
                , {t("flow")}: <MaskedCount count={referrals} />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
