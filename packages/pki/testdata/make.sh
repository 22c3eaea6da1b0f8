#!/bin/sh
# Makes every file of this folder anew, in the folder it is started in. README.md says what each is for.
# OpenSSL 3.0, GnuTLS 3.7, NSS 3.87, OpenJDK 17, python3-cryptography; FORGE is the path of node-forge.
set -eu
export LC_ALL=C.UTF-8
P=geheim            # the pass-phrase of all
U='Größe ß'         # and that of the files named -umlaut
E=/tmp/pki-testdata.$$; mkdir "$E"; trap 'rm -r "$E"' EXIT

# --- certificates -----------------------------------------------------------------------------------------------------
rsa() { openssl genpkey -quiet -algorithm RSA -pkeyopt "rsa_keygen_bits:$2" -out "$1.key" 2>/dev/null || openssl genrsa -out "$1.key" "$2" 2>/dev/null; }
ec() { openssl genpkey -algorithm EC -pkeyopt "ec_paramgen_curve:$2" -out "$1.key"; }
# signed NAME CA EXTENSIONS [OPTIONS]: by a CA. itself NAME EXTENSIONS [OPTIONS]: by itself.
signed() {
  n=$1; ca=$2; printf "$3" >"$E/ext"; shift 3
  openssl req -new -key "$n.key" -subj "/C=DE/O=Test/CN=$n" -out "$E/csr" -utf8
  openssl x509 -req -in "$E/csr" -CA "$ca.pem" -CAkey "$ca.key" -CAcreateserial -CAserial "$E/serial" -days 36500 \
    -extfile "$E/ext" -out "$n.pem" "$@" 2>/dev/null
}
itself() {
  n=$1; printf "$2" >"$E/ext"; shift 2
  openssl req -new -key "$n.key" -subj "/C=DE/O=Test/CN=$n" -out "$E/csr" -utf8
  openssl x509 -req -in "$E/csr" -key "$n.key" -days 36500 -extfile "$E/ext" -out "$n.pem" "$@" 2>/dev/null
}
CA='basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid'
SERVER='basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature,keyEncipherment\nextendedKeyUsage=serverAuth\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\nsubjectAltName=DNS:sip.example.com,DNS:*.phones.example.com,IP:192.0.2.1,IP:2001:db8::1'

rsa root 2048;  itself root "$CA"
rsa sub 2048;   signed sub root "$CA"
rsa leaf 2048;  signed leaf sub "$SERVER"
ec ec-root P-384; itself ec-root "$CA" -sha384
ec ec-leaf P-256; signed ec-leaf ec-root "$SERVER" -sha384
ec p521 P-521;    itself p521 "$SERVER"
ec secp256k1 secp256k1; itself secp256k1 "$SERVER"
openssl genpkey -algorithm ED25519 -out ed25519.key; itself ed25519 "$SERVER"
openssl genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048 -out rsa-pss.key 2>/dev/null; itself rsa-pss "$SERVER"
rsa rsa512 512;   itself rsa512 "$SERVER"
rsa rsa1024 1024; itself rsa1024 "$SERVER"
cp leaf.key sha1.key;   signed sha1 sub "$SERVER" -sha1
cp leaf.key md5.key;    signed md5 sub "$SERVER" -md5
cp leaf.key client.key; signed client sub 'basicConstraints=CA:FALSE\nextendedKeyUsage=clientAuth'
cp leaf.key no-signing.key; signed no-signing sub 'keyUsage=nonRepudiation'
cp root.key not-signing-ca.key; itself not-signing-ca 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,cRLSign'
cp leaf.key version1.key; openssl req -new -key leaf.key -subj /CN=version1 -out "$E/csr"
openssl x509 -req -in "$E/csr" -key leaf.key -days 36500 -out version1.pem 2>/dev/null
cp leaf.key pss-signed.key; signed pss-signed sub "$SERVER" -sigopt rsa_padding_mode:pss -sha256
# dates need "openssl ca"
touch "$E/index"; echo 1000 >"$E/number"; printf '[ca]\ndefault_ca=x\n[x]\ndatabase=%s\nnew_certs_dir=%s\nserial=%s\npolicy=p\n[p]\ncountryName=optional\norganizationName=optional\ncommonName=supplied\n' "$E/index" "$E" "$E/number" >"$E/ca.cnf"
dated() {
  openssl req -new -key leaf.key -subj "/C=DE/O=Test/CN=$1" -out "$E/csr"; printf "$SERVER" >"$E/ext"
  openssl ca -batch -config "$E/ca.cnf" -notext -in "$E/csr" -cert sub.pem -keyfile sub.key -md sha256 -rand_serial \
    -startdate "$2" -enddate "$3" -extfile "$E/ext" -out "$1.pem" 2>/dev/null
}
dated expired 20200101000000Z 20210101000000Z
dated not-yet-valid 20900101000000Z 21200101000000Z
openssl req -new -key leaf.key -subj /CN=request -out request.pem
rm -f p521.key sha1.key md5.key client.key no-signing.key not-signing-ca.key version1.key pss-signed.key rsa-pss.key
# --- PEM and DER ------------------------------------------------------------------------------------------------------
openssl x509 -in leaf.pem -outform DER -out leaf.der
{ echo "Bag Attributes: none"; cat root.pem; echo "subject=CN = leaf"; cat leaf.key leaf.pem sub.pem; } | sed 's/$/\r/' >shuffled-crlf.pem
openssl x509 -in leaf.pem -trustout -addtrust serverAuth -out trusted.pem
openssl pkcs8 -topk8 -in leaf.key -passout "pass:$P" -iter 2048 -out "$E/k"; cat leaf.pem "$E/k" >pkcs8-aes256.pem
openssl pkcs8 -topk8 -in leaf.key -passout "pass:$U" -iter 2048 -out "$E/k"; cat leaf.pem "$E/k" >pkcs8-aes256-umlaut.pem
openssl pkcs8 -topk8 -in leaf.key -passout "pass:$P" -scrypt -scrypt_N 1024 -out "$E/k"; cat leaf.pem "$E/k" >pkcs8-scrypt.pem
openssl pkcs8 -topk8 -in leaf.key -passout "pass:$P" -v1 PBE-SHA1-3DES -out "$E/k"; cat leaf.pem "$E/k" >pkcs8-3des.pem
for v1 in PBE-MD5-DES PBE-SHA1-DES PBE-SHA1-RC2-64; do
  openssl pkcs8 -topk8 -in leaf.key -passout "pass:$P" -v1 $v1 -provider legacy -provider default -out "$E/k"; cat leaf.pem "$E/k" >"pkcs8-$(echo $v1 | tr A-Z a-z).pem"
done
for c in aes256 des3; do
  openssl rsa -in leaf.key -traditional -$c -passout "pass:$P" -out "$E/k" 2>/dev/null; cat leaf.pem "$E/k" >"traditional-$c.pem"
done
openssl rsa -in leaf.key -traditional -des -passout "pass:$P" -provider legacy -provider default -out "$E/k" 2>/dev/null; cat leaf.pem "$E/k" >traditional-des.pem
openssl rsa -in leaf.key -traditional -camellia256 -passout "pass:$P" -out "$E/k" 2>/dev/null; cat leaf.pem "$E/k" >traditional-camellia256.pem
{ openssl ecparam -name prime256v1; openssl ec -in ec-leaf.key -aes128 -passout "pass:$P"; cat ec-leaf.pem; } >traditional-ec.pem 2>/dev/null
{ cat leaf.pem; openssl rsa -in leaf.key -traditional; } >traditional-plain.pem 2>/dev/null
# --- PKCS#7 -----------------------------------------------------------------------------------------------------------
openssl crl2pkcs7 -nocrl -certfile leaf.pem -certfile root.pem -certfile sub.pem -outform DER -out chain.p7b
openssl crl2pkcs7 -nocrl -certfile leaf.pem -certfile sub.pem -out chain-pem.p7b
# --- PKCS#12: OpenSSL -------------------------------------------------------------------------------------------------
cat sub.pem root.pem >"$E/chain.pem"
p12() { o=$1; pp=$2; shift 2; openssl pkcs12 -export -inkey leaf.key -in leaf.pem -certfile "$E/chain.pem" -name "SPE Büro" -passout "pass:$pp" -out "$o.p12" "$@"; }
p12 openssl3 "$P"
p12 openssl3-umlaut "$U"
p12 openssl3-empty ""
p12 openssl3-nomac "$P" -nomac
p12 openssl3-plain "" -keypbe NONE -certpbe NONE -nomac
p12 openssl3-certificates "$P" -nokeys
p12 openssl1 "$P" -legacy
p12 openssl1-umlaut "$U" -legacy
p12 openssl1-3des "$P" -legacy -descert
# OpenSSL before 1.1.0 took each octet of the UTF-8 for a character.
p12 openssl1.0-umlaut "$(printf '%s' "$U" | iconv -f latin1 -t utf8)" -legacy
p12 windows "$P" -legacy -CSP "Microsoft Enhanced RSA and AES Cryptographic Provider" -iter 2000
p12 rc2-128 "$P" -legacy -certpbe PBE-SHA1-RC2-128 -keypbe PBE-SHA1-2DES
p12 rc4 "$P" -legacy -certpbe PBE-SHA1-RC4-128
p12 sha512-mac "$P" -macalg sha512
openssl pkcs12 -export -inkey ec-leaf.key -in ec-leaf.pem -certfile ec-root.pem -passout "pass:$P" -out openssl3-ec.p12
openssl pkcs12 -export -legacy -inkey ec-root.key -in ec-root.pem -passout "pass:$P" -out openssl1-p384.p12
# --- PKCS#12: GnuTLS --------------------------------------------------------------------------------------------------
g() { o=$1; pp=$2; shift 2; certtool --to-p12 --load-privkey leaf.key --load-certificate leaf.pem --load-ca-certificate "$E/chain.pem" --p12-name leaf --password "$pp" --outfile "$o" "$@" 2>/dev/null; }
g gnutls.p12 "$P" --outder
g gnutls-umlaut.p12 "$U" --outder
g gnutls-empty.p12 "" --outder --empty-password
# --- PKCS#12: NSS -----------------------------------------------------------------------------------------------------
mkdir "$E/nss"; certutil -N -d "sql:$E/nss" --empty-password
pk12util -i openssl3.p12 -W "$P" -d "sql:$E/nss" >/dev/null
n=$(certutil -L -d "sql:$E/nss" | grep 'u,u,u' | sed 's/ *u,u,u *$//')
pk12util -o nss.p12 -n "$n" -d "sql:$E/nss" -W "$P" >/dev/null
pk12util -o nss-umlaut.p12 -n "$n" -d "sql:$E/nss" -W "$U" >/dev/null
# --- PKCS#12: Java ----------------------------------------------------------------------------------------------------
j() { o=$1; shift; keytool -importkeystore -srckeystore openssl3.p12 -srcstoretype PKCS12 -srcstorepass "$P" -destkeystore "$o" -deststoretype PKCS12 -deststorepass "$P" "$@" 2>/dev/null; }
rm -f java17.p12 java8.p12 java-two-keys.p12
j java17.p12
j java8.p12 -J-Dkeystore.pkcs12.legacy
j java-two-keys.p12
keytool -genkeypair -alias other -keyalg EC -groupname secp256r1 -dname CN=other -keystore java-two-keys.p12 -storepass "$P" 2>/dev/null
# --- PKCS#12: python3-cryptography (Rust), node-forge -----------------------------------------------------------------
python3 - "$P" <<'PY'
import sys
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, load_pem_private_key, pkcs12
from cryptography.x509 import load_pem_x509_certificate
read = lambda name: open(name, "rb").read()
out = pkcs12.serialize_key_and_certificates(b"leaf", load_pem_private_key(read("leaf.key"), None),
    load_pem_x509_certificate(read("leaf.pem")), [load_pem_x509_certificate(read("sub.pem"))], BestAvailableEncryption(sys.argv[1].encode()))
open("python.p12", "wb").write(out)
PY
node - "$P" "$U" "$FORGE" <<'JS'
const [, , P, U, path] = process.argv
const forge = require(path), fs = require("fs")
const read = (name) => fs.readFileSync(name, "latin1")
const make = (name, pass, algorithm) => {
  const p12 = forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(read("leaf.key")), [read("leaf.pem"), read("sub.pem")], pass, { algorithm })
  fs.writeFileSync(name, forge.asn1.toDer(p12).getBytes(), "latin1")
}
make("forge-3des.p12", P, "3des"); make("forge-aes256.p12", P, "aes256"); make("forge-aes256-umlaut.p12", U, "aes256"); make("forge-3des-umlaut.p12", U, "3des")
JS
# --- CRL --------------------------------------------------------------------------------------------------------------
printf 'R\t990101000000Z\t260101000000Z,keyCompromise\t0A\tunknown\t/CN=a\nR\t990101000000Z\t260102000000Z\t0B\tunknown\t/CN=b\n' >"$E/index"; echo 1F >"$E/crlnumber"
printf '[ca]\ndefault_ca=x\n[x]\ndatabase=%s\ncrlnumber=%s\ndefault_md=sha256\n' "$E/index" "$E/crlnumber" >"$E/crl.cnf"
openssl ca -gencrl -config "$E/crl.cnf" -cert root.pem -keyfile root.key -crldays 36500 -out openssl.crl 2>/dev/null
rm -f "$E/serial"
