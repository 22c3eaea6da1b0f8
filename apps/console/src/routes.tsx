/** The routes, made from the tree. Each page is a chunk of its own; its data is asked for while the chunk loads. */
import { allows, type Role } from "@homeport/contract"
import type { FetchQueryOptions, QueryClient } from "@tanstack/react-query"
import { type LoaderFunction, type RouteObject, redirect } from "react-router"
import { loginQuery } from "./api/queries.ts"
import { signOut } from "./api/use-login.ts"
import { ErrorPage } from "./frame/ErrorPage.tsx"
import { FirstSkeleton } from "./frame/FirstSkeleton.tsx"
import { Frame } from "./frame/Frame.tsx"
import { NotFoundPage } from "./frame/NotFoundPage.tsx"
import { PlainPage } from "./frame/PlainPage.tsx"
import { RoleGate } from "./frame/RoleGate.tsx"
import { paths } from "./paths.ts"
import { areas, type PageModule, type Prefetch, type TreeAction, type TreeNode } from "./tree.ts"

export function createRoutes(client: QueryClient): RouteObject[] {
  return [
    {
      path: "/",
      Component: Frame,
      HydrateFallback: FirstSkeleton,
      children: [
        { index: true, loader: () => redirect(paths.home()) },
        { path: "logout", loader: signOut },
        {
          Component: PlainPage,
          children: [
            {
              ErrorBoundary: ErrorPage,
              children: [
                { path: "home", lazy: lazily({ role: "basic", page: () => import("./pages/home/HomePage.tsx") }) },
                { path: "*", Component: NotFoundPage },
              ],
            },
          ],
        },
        ...areas.map(({ path, nodes }) => ({
          path,
          // Sign-in and Home come without the tree.
          lazy: async () => ({ Component: (await import("./frame/AreaWithTree.tsx")).AreaWithTree }),
          ErrorBoundary: ErrorPage,
          children: [
            {
              ErrorBoundary: ErrorPage,
              children: [
                { index: true, lazy: lazily(overview) },
                ...nodes.map((node) => routeOf(node, path)),
                { path: "*", Component: NotFoundPage },
              ],
            },
          ],
        })),
      ],
    },
  ]

  function routeOf(node: TreeNode, above: string): RouteObject {
    const path = `${above}/${node.segment}`
    return {
      path: node.segment,
      children: [
        ...ownRoute(node, path),
        ...(node.actions ?? []).map(actionRoute),
        ...(node.data ? [{ path: node.data.segment, children: node.data.actions.map(actionRoute) }] : []),
        ...(node.children ?? []).map((child) => routeOf(child, path)),
      ],
    }
  }

  /** What the node's own address shows: its page, its first action, or an overview of what lies below. */
  function ownRoute(node: TreeNode, path: string): RouteObject[] {
    if (node.page) return [{ index: true, lazy: lazily({ role: node.role, page: node.page }) }]
    const first = node.actions?.[0]
    if (!first) return [{ index: true, lazy: lazily(overview) }]
    return first.segment === "" ? [] : [{ index: true, loader: () => redirect(`${path}/${first.segment}`) }]
  }

  function actionRoute(action: TreeAction): RouteObject {
    const lazy = lazily(action)
    return action.segment === "" ? { index: true, lazy } : { path: action.segment, lazy }
  }

  function lazily({ role, page }: Pick<TreeAction, "role" | "page">) {
    return async () => {
      const { prefetch, default: Page }: PageModule = await page()
      const element = (
        <RoleGate role={role}>
          <Page />
        </RoleGate>
      )
      return prefetch ? { loader: prefetching(client, prefetch, role), element } : { element }
    }
  }
}

const overview = { role: "basic", page: () => import("./frame/OverviewPage.tsx") } as const

/**
 * Asks for what the page will ask, so that it is there when the page is drawn. Answers already held are shown at once and refreshed
 * by the page; a failure is the page's to say.
 */
function prefetching(client: QueryClient, prefetch: Prefetch, role: Role): LoaderFunction {
  return async ({ params, request }) => {
    const me = await client.fetchQuery({ ...loginQuery(), staleTime: Number.POSITIVE_INFINITY }).catch(() => undefined)
    if (me?.state !== "signed-in" || !allows(me.role, role)) return null
    const wanted = prefetch({ params, search: new URL(request.url).searchParams })
    await Promise.all(
      wanted
        .filter(({ queryKey }) => client.getQueryData(queryKey) === undefined)
        // Each is the query options of queries.ts, of an answer that does not matter here.
        .map((query) => client.prefetchQuery(query as FetchQueryOptions)),
    )
    return null
  }
}
