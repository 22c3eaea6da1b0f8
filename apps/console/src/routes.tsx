/** The routes, made from the tree. Each page is a chunk of its own; its data is asked for while the chunk loads. */
import type { FetchQueryOptions, QueryClient } from "@tanstack/react-query"
import { type LoaderFunction, type RouteObject, redirect } from "react-router"
import { loginQuery } from "./api/queries.ts"
import { signOut } from "./api/use-login.ts"
import { ErrorPage } from "./frame/ErrorPage.tsx"
import { FirstSkeleton } from "./frame/FirstSkeleton.tsx"
import { Frame } from "./frame/Frame.tsx"
import { NotFoundPage } from "./frame/NotFoundPage.tsx"
import { PlainPage } from "./frame/PlainPage.tsx"
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
                { path: "home", lazy: lazily(() => import("./pages/home/HomePage.tsx")) },
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
    if (node.page) return [{ index: true, lazy: lazily(node.page) }]
    const first = node.actions?.[0]
    if (!first) return [{ index: true, lazy: lazily(overview) }]
    return first.segment === "" ? [] : [{ index: true, loader: () => redirect(`${path}/${first.segment}`) }]
  }

  function actionRoute({ segment, page }: TreeAction): RouteObject {
    return segment === "" ? { index: true, lazy: lazily(page) } : { path: segment, lazy: lazily(page) }
  }

  function lazily(load: () => Promise<PageModule>) {
    return async () => {
      const { prefetch, default: Component } = await load()
      return prefetch ? { loader: prefetching(client, prefetch), Component } : { Component }
    }
  }
}

const overview = () => import("./frame/OverviewPage.tsx")

/**
 * Asks for what the page will ask, so that it is there when the page is drawn. Answers already held are shown at once and refreshed
 * by the page; a failure is the page's to say.
 */
function prefetching(client: QueryClient, prefetch: Prefetch): LoaderFunction {
  return async ({ params, request }) => {
    const me = await client.fetchQuery({ ...loginQuery(), staleTime: Number.POSITIVE_INFINITY }).catch(() => undefined)
    if (me?.state !== "signed-in") return null
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
