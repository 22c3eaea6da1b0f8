/** What browser and server agree on. Start reading at endpoint.ts. It has more than 400 lines because it is the one list of all that. */

export {
  contains,
  type Ipv4Network,
  isHostIpv4,
  isHostName,
  isPublicIpv4,
  parseIpv4,
  parseIpv4Network,
  unreachableNetworks,
} from "./addresses.ts"
export {
  type AdminLogAction,
  type AdminLogChange,
  type AdminLogEntry,
  type AdminLogItem,
  type AdminLogKind,
  type AdminLogPlace,
  type AdminLogSubject,
  type AdminLogValue,
  adminLog,
  adminLogPlaces,
  byCommandLine,
  bySystem,
  type ChangeCause,
} from "./admin-log.ts"
export {
  type Administrator,
  accountName,
  administratorChange,
  administrators,
  mostAdministrators,
  newAdministrator,
} from "./administrators.ts"
export { api, endpoints } from "./api.ts"
export { type ApiToken, apiTokenDays, apiTokens, mostApiTokens, newApiToken } from "./api-tokens.ts"
export {
  type BackupPreview,
  backupFailures,
  backupKinds,
  backups,
  largestBackup,
  type StoredBackup,
  type StoredBackups,
} from "./backups.ts"
export { type Block, blocks, type FirewallStatus } from "./blocks.ts"
export { type BackupProblemCode, type BackupSentences, backupMessage, sayBackupProblem } from "./catalogue/backup.ts"
export { type CallEndInShort, endInWords } from "./catalogue/call-end.ts"
export {
  type Catalogue,
  type CatalogueKey,
  type EventCode,
  type FieldProblemCode,
  type Locale,
  locales,
  sayIfKnown,
} from "./catalogue/catalogue.ts"
export { type CsvProblemCode, type CsvSentences, sayCsvProblem } from "./catalogue/csv.ts"
export { type EventWords, type SaidEvent, sayEvent } from "./catalogue/event-words.ts"
export { type HomePageKey, homePageSentences, type SayOnHomePage } from "./catalogue/home-page.ts"
export { type ProvisioningSentences, provisioningSentence } from "./catalogue/provisioning.ts"
export { type ReadinessSentences, sayReadiness } from "./catalogue/readiness.ts"
export {
  csvMessage,
  eventCodesSaying,
  isCatalogueKey,
  readinessMessage,
  translate,
  translateEvent,
} from "./catalogue/sentences.ts"
export {
  type AlternativeName,
  alternativeNameTypes,
  type Certificate,
  type CertificateFacts,
  type CertificateProblem,
  type CertificateProfile,
  type CertificateRequest,
  type CertificateUse,
  certificateProfiles,
  certificateRequest,
  expiryWarnings,
  keyLengths,
  proposedDays,
  type RevocationList,
  type RevocationReason,
  revocationReasons,
  signatureAlgorithms,
} from "./certificate.ts"
export {
  type CertificateProposal,
  certificates,
  longestFile,
  pkcs12Encryptions,
  type Renewal,
  renewal,
} from "./certificates.ts"
export { type ConsoleCertificateView, consoleCertificate } from "./console-certificate.ts"
export { type CallColumn, callColumns, callCsvWords } from "./csv/call-columns.ts"
export {
  byteOrderMark,
  type CsvSeparator,
  csvLine,
  guarded,
  looksLikeFormula,
  spreadsheetSeparators,
  unguarded,
} from "./csv/cell.ts"
export {
  type CsvWords,
  csvFieldOf,
  csvWords,
  flagWords,
  type Understanding,
  understanding,
} from "./csv/station-columns.ts"
export {
  type CsvApplied,
  type CsvDeviceField,
  type CsvField,
  type CsvLineOutcome,
  type CsvPreview,
  type CsvProblem,
  type CsvStationField,
  type CsvValue,
  csvDeviceFields,
  csvFields,
  csvStationFields,
  longestCsv,
  stationCsv,
} from "./csv/station-csv.ts"
export {
  type Device,
  type DeviceChange,
  type DeviceFetch,
  type DeviceLink,
  type DeviceModel,
  type DeviceTransport,
  deviceChange,
  deviceFields,
  deviceTransports,
  type FetchRefusal,
  type FirmwareVerdict,
  fetchRefusals,
  firmwareVerdicts,
  type HttpsRefusal,
  httpsRefusals,
  isMacAddress,
  type LastFetch,
  macAddress,
  type NewDevice,
  newDevice,
  normalizedMac,
  type ProvisionView,
  type UnknownDevice,
} from "./device.ts"
export { devices, linkLimits, mostDevicesAtOnce, type OpenedLink } from "./devices.ts"
export {
  type DyndnsAnswerCode,
  type DyndnsUpdate,
  dyndnsAnswerCodes,
  dyndnsFailures,
  dyndnsRefusals,
  dyndnsSuccesses,
  isDyndnsRefusal,
  isDyndnsSuccess,
} from "./dyndns-update.ts"
export {
  type CallEndReason,
  type CallOutcome,
  callOutcomes,
  type EndedCall,
  type EndedLeg,
  endedCalls,
  lossOf,
  type MeasuredMedia,
  mostEndedCalls,
  outcomeOfEnd,
} from "./ended-calls.ts"
export {
  type Access,
  allows,
  type BodyOf,
  type CheckedBody,
  type CheckedParams,
  type CheckedQuery,
  type Endpoint,
  endpoint,
  errorsOf,
  type HttpMethod,
  type ParamsOf,
  pathOf,
  type QueryOf,
  type ResponseOf,
  type Role,
  roles,
} from "./endpoint.ts"
export { type ErrorBody, type ErrorCode, errorBody, errorStatus, type FieldError, type Params } from "./errors.ts"
export { type EventArea, eventAreas } from "./event-areas.ts"
export { eventFile } from "./event-file.ts"
export { codesOfAreas, type EventKind, type EventPlace, eventKindOf } from "./event-kinds.ts"
export {
  events,
  type LoggedEvent,
  type StreamMessage,
  streamMessage,
  type Topic,
  topics,
} from "./events.ts"
export { type FieldProblem, type FieldProblems, fieldProblems, obeys } from "./field-problem.ts"
export {
  type ForwardingLine,
  type ForwardingProof,
  type ForwardingTestOutcome,
  forwarding,
  forwardingProofs,
  forwardingTestOutcomes,
  type PhonesProof,
  phonesProofs,
  sipProofs,
  visitSentences,
} from "./forwarding.ts"
export { type HomeLink, homeLinkHours, homeLinks, homePageMinutes, type OpenedHomeLink } from "./home-links.ts"
export {
  canonicalNetwork,
  isInNetworks,
  isLoopback,
  networkAround,
  parseIp,
  parseNetwork,
  plainAddress,
} from "./ip-network.ts"
export {
  type Call,
  type Channels,
  channelConsumers,
  type DyndnsStatus,
  type Leg,
  type Listener,
  live,
  type Media,
  type StunStatus,
} from "./live.ts"
export {
  changedAtHeader,
  changedByHeader,
  firstAccount,
  humanActionHeader,
  login,
  loginLimits,
  type SignedIn,
} from "./login.ts"
export { metrics } from "./metrics.ts"
export {
  type DeliveryProblem,
  type DeliveryResult,
  type DeliveryStatus,
  deliveryProblems,
  type NotificationWay,
  notifications,
  notificationWays,
} from "./notifications.ts"
export {
  type HandOutLine,
  handOutTable,
  type MappingLine,
  type MappingProblem,
  mappingPlan,
  mappingProblems,
  neverForwarded,
  officeRouter,
  type PlannedMapping,
  type RedFlag,
  type RouterMapping,
  type RouterStatus,
  redFlagCodes,
  redFlags,
} from "./office-router.ts"
export { openApiDocument } from "./openapi.ts"
export { type BegunSecondFactor, me, type OwnAccount, secondFactorMinutes } from "./own-account.ts"
export {
  administratorPasswords,
  brokenPasswordRules,
  generatePassword,
  type PasswordPolicy,
  type PasswordRule,
  passwordProblem,
  passwordRuleParams,
  passwordRules,
  stationPasswords,
} from "./password-policy.ts"
export { type PhonesStatus, phones, phonesReasons } from "./phones.ts"
export { nothing } from "./primitives.ts"
export {
  type ReadinessCheck,
  type ReadinessItem,
  type ReadinessReport,
  type ReadinessState,
  readiness,
  readinessChecks,
} from "./readiness.ts"
export {
  type RegistrationAttempt,
  type RegistrationRefusal,
  type RegistrationTrial,
  registrationAttempt,
  registrationRefusals,
  registrationTrials,
} from "./registration-trial.ts"
export { type Registration, registrations } from "./registrations.ts"
export { type AllSettings, settingsDefaults, settingsSchemas } from "./settings/all.ts"
export {
  type ApplicationFirewallSettings,
  applicationFirewall,
  applicationFirewallDefaults,
  type FirewallPort,
  firewallPorts,
  type NetworkEntry,
  networkProblem,
  type Reach,
  reaches,
} from "./settings/application-firewall.ts"
export {
  backupSchedules,
  type DataBackupSettings,
  type DataBackupSettingsView,
  dataBackup,
  dataBackupDefaults,
  dataBackupSettings,
  weekdays,
} from "./settings/data-backup.ts"
export {
  type DyndnsLogin,
  type DyndnsSettings,
  type DyndnsSettingsView,
  dyndns,
  dyndnsDefaults,
  dyndnsLogin,
  dyndnsSettings,
  dyndnsUpdaters,
  keptPasswordProblem,
  sameServer,
} from "./settings/dyndns.ts"
export {
  type DyndnsProtocol,
  type DyndnsProvider,
  type DyndnsProviderId,
  dyndnsProvider,
  dyndnsProviderIds,
  dyndnsProviders,
} from "./settings/dyndns-providers.ts"
export type { InstalledCertificates } from "./settings/installed-certificates.ts"
export {
  type AvailableInterface,
  type NetworkInterfacesSettings,
  networkInterfaces,
  networkInterfacesDefaults,
  networkInterfacesRules,
  networkInterfacesSettings,
} from "./settings/network-interfaces.ts"
export {
  isLinkLocal,
  keptMailPasswordProblem,
  type MailSecurity,
  mailSecurities,
  mostRecipients,
  type NotificationsSettings,
  type NotificationsSettingsView,
  notificationsChange,
  notificationsDefaults,
  notificationsSettingsPage,
  sameMailServer,
  usualMailPorts,
} from "./settings/notifications.ts"
export {
  type OfficeRouterSettings,
  officeRouterDefaults,
  officeRouterSettings,
  officeRouterSettingsPage,
} from "./settings/office-router.ts"
export { type Section, sections } from "./settings/page.ts"
export {
  type Forwarding,
  forwardingTable,
  type PortManagementSettings,
  phonesForwarding,
  portManagement,
  portManagementDefaults,
  portManagementSettings,
  portRules,
  portsPerChannel,
  portTable,
  rtpPairs,
} from "./settings/port-management.ts"
export {
  channelsOfVariant,
  type RtpProxyChannelsSettings,
  rtpProxyChannels,
  rtpProxyChannelsDefaults,
  rtpProxyChannelsSettings,
  systemVariants,
} from "./settings/rtp-proxy-channels.ts"
export { type StunSettings, stun, stunDefaults, stunModes, stunRules, stunSettings } from "./settings/stun.ts"
export {
  effectiveFlags,
  type SystemFlagName,
  type SystemFlags,
  systemFlagNames,
  systemFlags,
  systemFlagsDefaults,
  systemFlagsSettings,
} from "./settings/system-flags.ts"
export { fillInUrl, isPlainHttp } from "./settings/update-url.ts"
export { atLeast, type Severity, severities } from "./severities.ts"
export { type SignIn, type SignInOutcome, signInFailures, signInResults, signInSuccesses, signIns } from "./sign-ins.ts"
export {
  defaultRealm,
  digestAlgorithms,
  type NewSipClient,
  natTraversals,
  newSipClient,
  type SipClient,
  type SipClientChange,
  type SipClientDraft,
  sipClientChange,
  sipClientDefaults,
  sipClientFields,
  sipClientRules,
  sipUserIdOf,
} from "./sip-client.ts"
export { type SipClientRow, sipClients } from "./sip-clients.ts"
export {
  type InstallationPreview,
  installationRules,
  mostSpeAuthorities,
  type SpeStatus,
  spe,
  type TlsReason,
  tlsReasonCodes,
} from "./spe.ts"
export { stationTimeline, type TimelineEntry } from "./station-timeline.ts"
export { type About, type Health, type HealthReason, system } from "./system.ts"
