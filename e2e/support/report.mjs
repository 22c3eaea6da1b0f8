/** What the test runners wrote about themselves, as three numbers each. */
import { existsSync, readFileSync } from "node:fs"

export function vitestReport(path, code) {
  return read(path, code, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }))
}

export function playwrightReport(path, code) {
  return read(path, code, ({ stats }) => ({
    // "Flaky" passed at a second try only: that is no pass.
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }))
}

/** How many tests a listing names: vitest's is an array of tests, Playwright's a tree of suites with specs. */
export function listed(path) {
  if (!existsSync(path)) return 0
  const report = JSON.parse(readFileSync(path, "utf8"))
  if (Array.isArray(report)) return report.length
  const specs = ({ specs: own = [], suites = [] }) => own.length + suites.reduce((sum, suite) => sum + specs(suite), 0)
  return specs(report)
}

function read(path, code, counted) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  if (existsSync(path)) {
    try {
      Object.assign(counts, counted(JSON.parse(readFileSync(path, "utf8"))))
    } catch (error) {
      console.log(`The report cannot be read: ${error.message}`)
    }
  }
  // A runner that broke, or whose time was up, failed even where no single test says so.
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  if (code === 0 && counts.passed + counts.failed + counts.skipped === 0) counts.failed = 1
  return counts
}
