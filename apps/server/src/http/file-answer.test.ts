import { expect, test } from "vitest"
import { contentDisposition } from "./file-answer.ts"

test.each([
  ["SPE CA.crt", `attachment; filename="SPE CA.crt"; filename*=UTF-8''SPE%20CA.crt`],
  ['a"b\\c%d.crt', `attachment; filename="a_b_c_d.crt"; filename*=UTF-8''a%22b%5Cc%25d.crt`],
  ["Büro (1)'s.p12", `attachment; filename="Bu_ro (1)'s.p12"; filename*=UTF-8''B%C3%BCro%20%281%29%27s.p12`],
  [
    "a\r\nSet-Cookie: x\u0000",
    `attachment; filename="a__Set-Cookie: x_"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x%00`,
  ],
  ["\ud800.crt", `attachment; filename="_.crt"; filename*=UTF-8''%EF%BF%BD.crt`],
])("%j stays one value of one header", (name, header) => expect(contentDisposition(name)).toBe(header))
