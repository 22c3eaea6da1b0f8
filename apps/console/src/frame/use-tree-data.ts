/** The lines of the tree that are data. What lies in a branch that nobody has opened is not asked for. */
import { administrators as contract } from "@homeport/contract"
import { useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { administratorsQuery } from "../api/administrator-queries.ts"
import { ownAuthoritiesQuery, sipClientQuery, speStatusQuery, treeStationsQuery } from "../api/queries.ts"
import { useAllowed } from "../api/use-login.ts"
import { paths } from "../paths.ts"
import { placeAt } from "../tree.ts"
import { type DataLines, stationLine, type TreeData } from "./tree-items.ts"

export function useTreeData(pathname: string, open: ReadonlySet<string>): TreeData {
  const stations = useStationLines(pathname)
  const authorities = useAuthorityLines(open.has(placeAt("ssl").path))
  const { data: spe } = useQuery({ ...speStatusQuery(), enabled: open.has(placeAt("spe").path) })
  const administrators = useAdministratorLines(open.has(placeAt("accounts").path))
  return useMemo(
    () => ({
      administrators,
      stations,
      authorities,
      speCertificates: numbered(spe?.certificate ? [spe.certificate] : []),
      speAuthorities: numbered(spe?.authorities ?? []),
    }),
    [administrators, stations, authorities, spe],
  )
}

function useStationLines(pathname: string): DataLines {
  const above = `${paths.sipClients()}/`
  const index = pathname.startsWith(above) ? Number(pathname.slice(above.length).split("/")[0]) : Number.NaN
  const known = Number.isInteger(index) && index > 0
  const { data } = useQuery(treeStationsQuery())
  const { data: open } = useQuery({ ...sipClientQuery(known ? index : 0), enabled: known })
  const station = known ? open?.data : undefined
  return useMemo(
    () => ({
      items: (data?.items ?? []).map(stationLine),
      total: data?.total ?? 0,
      open: station && stationLine(station),
    }),
    [data, station],
  )
}

function useAuthorityLines(wanted: boolean): DataLines {
  const { data } = useQuery({ ...ownAuthoritiesQuery(), enabled: wanted })
  return useMemo(() => {
    const items = (data ?? []).map(({ id, name }) => ({ segment: String(id), label: name }))
    return { items, total: items.length }
  }, [data])
}

function useAdministratorLines(wanted: boolean): DataLines {
  const allowed = useAllowed(contract.list)
  const { data } = useQuery({ ...administratorsQuery(), enabled: wanted && allowed })
  return useMemo(() => {
    const items = (data?.items ?? []).map(({ id, name }) => ({ segment: String(id), label: name }))
    return { items, total: items.length }
  }, [data])
}

/** The mirrored console counts them: 1, 2, … */
function numbered(certificates: readonly unknown[]): DataLines {
  const items = certificates.map((_, at) => ({ segment: String(at + 1), label: String(at + 1) }))
  return { items, total: items.length }
}
