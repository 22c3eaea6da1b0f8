/** The area Administrators: who may sign in, who did, and one's own account. */
import type { TreeNode } from "./tree.ts"

export const administrators: readonly TreeNode[] = [
  {
    key: "accounts",
    segment: "accounts",
    role: "expert",
    actions: [
      {
        key: "displayAdministrators",
        segment: "",
        role: "expert",
        page: () => import("./pages/administrators/accounts/AdministratorsPage.tsx"),
      },
      {
        key: "addAdministrator",
        segment: "add-administrator",
        role: "expert",
        page: () => import("./pages/administrators/accounts/AddAdministratorPage.tsx"),
      },
    ],
    data: {
      of: "administrators",
      segment: ":id",
      actions: [
        {
          key: "editAdministrator",
          segment: "",
          role: "expert",
          page: () => import("./pages/administrators/accounts/AdministratorPage.tsx"),
        },
      ],
    },
  },
  {
    key: "signIns",
    segment: "sign-in-history",
    role: "expert",
    page: () => import("./pages/administrators/SignInsPage.tsx"),
  },
  {
    key: "ownAccount",
    segment: "my-account",
    role: "basic",
    actions: [
      {
        key: "changePassword",
        segment: "",
        role: "basic",
        page: () => import("./pages/administrators/own-account/PasswordPage.tsx"),
      },
      {
        key: "secondFactor",
        segment: "second-factor",
        role: "basic",
        page: () => import("./pages/administrators/own-account/SecondFactorPage.tsx"),
      },
      {
        key: "apiTokens",
        segment: "api-tokens",
        role: "basic",
        page: () => import("./pages/administrators/own-account/ApiTokensPage.tsx"),
      },
      {
        key: "ownSignIns",
        segment: "my-sign-ins",
        role: "basic",
        page: () => import("./pages/administrators/own-account/OwnSignInsPage.tsx"),
      },
    ],
  },
]
