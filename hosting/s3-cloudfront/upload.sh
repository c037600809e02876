#!/bin/sh
# Upload site/ to a bucket, and have CloudFront ask for it again:
#   sh hosting/s3-cloudfront/upload.sh BUCKET DISTRIBUTION
set -eu

if [ $# -ne 2 ]; then
    echo "usage: sh hosting/s3-cloudfront/upload.sh BUCKET DISTRIBUTION" >&2
    exit 2
fi
if [ ! -f site/sw.js ]; then
    echo "site/: expected the built guide, found none. Run: make site" >&2
    exit 1
fi
bucket=s3://$1

# All but the worker first: it names the files of its version, so they have to be there before it.
# "no-cache": a browser asks each time whether the file has changed.
aws s3 sync site "$bucket" --exclude sw.js --exclude manifest.webmanifest --cache-control no-cache
# Its type is not one that the command line tool knows.
aws s3 cp site/manifest.webmanifest "$bucket/manifest.webmanifest" \
    --content-type application/manifest+json --cache-control no-cache
aws s3 cp site/sw.js "$bucket/sw.js" \
    --content-type text/javascript --cache-control no-cache
# Then what the new version no longer has.
aws s3 sync site "$bucket" --exclude sw.js --exclude manifest.webmanifest --delete
aws cloudfront create-invalidation --distribution-id "$2" --paths "/*"
