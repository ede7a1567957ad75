// The members of each interface of the graph; a test holds it against the schema.
export const members = {
  Node: [
    "Agreement",
    "Case",
    "Centre",
    "ContactPerson",
    "Network",
    "Partner",
    "Referral",
    "Service",
    "Session",
  ],
  Problem: [
    "AccountLinkRefused",
    "AgreementMissing",
    "BasisMissing",
    "CapacityInUse",
    "CapacityMoved",
    "DocumentMissing",
    "InvalidInput",
    "LinkDead",
    "LinkOutdated",
    "NoFreePlace",
    "ReferralMoved",
    "RequestKeyReused",
    "SignInRefused",
  ],
};
