/** Telephony Server ▸ Security, as a part of the tree of its own: Application Firewall, SPE and SSL. */
import type { TreeAction, TreeNode } from "./tree.ts"

/** What can be done with a stored certificate, wherever it stands in the tree. */
const stored = {
  view: {
    key: "viewCertificate",
    segment: "",
    role: "basic",
    page: () => import("./pages/expert-mode/telephony-server/security/ssl/certificate/ViewCertificatePage.tsx"),
  },
  export: {
    key: "exportCertificate",
    segment: "export-certificate",
    role: "basic",
    page: () => import("./pages/expert-mode/telephony-server/security/ssl/certificate/ExportCertificatePage.tsx"),
  },
  renew: {
    key: "renewCertificate",
    segment: "renew-as-a-copy",
    role: "expert",
    page: () => import("./pages/expert-mode/telephony-server/security/ssl/certificate/RenewCertificatePage.tsx"),
  },
  displayCrl: {
    key: "displayCrl",
    segment: "display-crl",
    role: "basic",
    page: () => import("./pages/expert-mode/telephony-server/security/ssl/certificate/DisplayCrlPage.tsx"),
  },
  remove: {
    key: "removeCertificate",
    segment: "remove-certificate",
    role: "expert",
    page: () => import("./pages/expert-mode/telephony-server/security/ssl/certificate/RemoveCertificatePage.tsx"),
  },
} as const satisfies Record<string, TreeAction>

const removeFromSpe: TreeAction = {
  key: "removeCertificate",
  segment: "remove-certificate",
  role: "expert",
  page: () => import("./pages/expert-mode/telephony-server/security/spe/RemoveFromSpePage.tsx"),
}

export const security: TreeNode = {
  key: "security",
  segment: "security",
  role: "basic",
  children: [
    {
      key: "applicationFirewall",
      segment: "application-firewall",
      role: "basic",
      actions: [
        {
          key: "editAccessRules",
          segment: "",
          role: "basic",
          page: () => import("./pages/expert-mode/telephony-server/security/firewall/FirewallPage.tsx"),
        },
        {
          key: "blockedAddresses",
          segment: "blocked-addresses",
          role: "basic",
          page: () => import("./pages/expert-mode/telephony-server/security/firewall/BlockedAddressesPage.tsx"),
        },
      ],
    },
    {
      key: "spe",
      segment: "spe",
      role: "basic",
      children: [
        {
          key: "speCertificate",
          segment: "spe-certificate",
          role: "basic",
          actions: [
            {
              key: "displayGeneralInformation",
              segment: "",
              role: "basic",
              page: () => import("./pages/expert-mode/telephony-server/security/spe/SpeCertificatePage.tsx"),
            },
            {
              key: "importCertificate",
              segment: "import-certificate",
              role: "expert",
              page: () => import("./pages/expert-mode/telephony-server/security/spe/ImportSpeCertificatePage.tsx"),
            },
          ],
          data: {
            of: "speCertificates",
            segment: ":number",
            actions: [stored.view, removeFromSpe],
          },
        },
        {
          key: "speAuthorities",
          segment: "spe-ca-certificates",
          role: "basic",
          actions: [
            {
              key: "displayAuthorities",
              segment: "",
              role: "basic",
              page: () => import("./pages/expert-mode/telephony-server/security/spe/SpeAuthoritiesPage.tsx"),
            },
            {
              key: "importAuthority",
              segment: "import-ca-certificate",
              role: "expert",
              page: () => import("./pages/expert-mode/telephony-server/security/spe/ImportSpeAuthorityPage.tsx"),
            },
          ],
          data: {
            of: "speAuthorities",
            segment: ":number",
            actions: [stored.view, stored.export, stored.displayCrl, removeFromSpe],
          },
        },
      ],
    },
    {
      key: "ssl",
      segment: "ssl",
      role: "basic",
      children: [
        {
          key: "certificateGeneration",
          segment: "certificate-generation",
          role: "basic",
          actions: [
            {
              key: "displayGeneralInformation",
              segment: "",
              role: "basic",
              page: () => import("./pages/expert-mode/telephony-server/security/ssl/CertificateGenerationPage.tsx"),
            },
            {
              key: "generateAuthority",
              segment: "generate-ca-certificate",
              role: "expert",
              page: () => import("./pages/expert-mode/telephony-server/security/ssl/GenerateAuthorityPage.tsx"),
            },
            {
              key: "generateSelfSigned",
              segment: "generate-self-signed-certificate",
              role: "expert",
              page: () => import("./pages/expert-mode/telephony-server/security/ssl/GenerateSelfSignedPage.tsx"),
            },
          ],
          data: {
            of: "authorities",
            segment: ":id",
            actions: [
              stored.view,
              stored.export,
              {
                key: "generateServerCertificate",
                segment: "generate-ca-signed-server-certificate",
                role: "expert",
                page: () =>
                  import("./pages/expert-mode/telephony-server/security/ssl/GenerateServerCertificatePage.tsx"),
              },
              stored.renew,
              stored.displayCrl,
              stored.remove,
            ],
          },
        },
        {
          key: "certificateManagement",
          segment: "certificate-management",
          role: "basic",
          actions: [
            {
              key: "displayCertificates",
              segment: "",
              role: "basic",
              page: () => import("./pages/expert-mode/telephony-server/security/ssl/CertificateManagementPage.tsx"),
            },
            {
              key: "importCertificate",
              segment: "import-certificate",
              role: "expert",
              page: () => import("./pages/expert-mode/telephony-server/security/ssl/ImportCertificatePage.tsx"),
            },
          ],
          data: {
            of: "certificates",
            segment: ":id",
            actions: [
              stored.view,
              stored.export,
              stored.renew,
              {
                key: "revokeCertificate",
                segment: "revoke-certificate",
                role: "expert",
                page: () =>
                  import("./pages/expert-mode/telephony-server/security/ssl/certificate/RevokeCertificatePage.tsx"),
              },
              stored.displayCrl,
              {
                key: "useForConsole",
                segment: "use-for-this-console",
                role: "expert",
                page: () =>
                  import("./pages/expert-mode/telephony-server/security/ssl/certificate/UseForConsolePage.tsx"),
              },
              stored.remove,
            ],
          },
        },
      ],
    },
  ],
}
