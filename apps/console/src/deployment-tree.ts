/** Basic Settings ▸ Phone Parameter Deployment: a part of tree.ts, in a file of its own. */
import type { TreeNode } from "./tree.ts"

export const phoneParameterDeployment: TreeNode = {
  key: "phoneParameterDeployment",
  segment: "phone-parameter-deployment",
  role: "basic",
  actions: [
    {
      key: "displayDevices",
      segment: "",
      role: "basic",
      page: () => import("./pages/expert-mode/telephony-server/basic-settings/deployment/DevicesPage.tsx"),
    },
    {
      key: "addDevices",
      segment: "add-devices",
      role: "enhanced",
      page: () => import("./pages/expert-mode/telephony-server/basic-settings/deployment/AddDevicesPage.tsx"),
    },
    {
      key: "phoneRequests",
      segment: "phone-requests",
      role: "basic",
      page: () => import("./pages/expert-mode/telephony-server/basic-settings/deployment/PhoneRequestsPage.tsx"),
    },
    {
      key: "servingPhones",
      segment: "serving-phones",
      role: "basic",
      page: () => import("./pages/expert-mode/telephony-server/basic-settings/deployment/ServingPhonesPage.tsx"),
    },
  ],
}
