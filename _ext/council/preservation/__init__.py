"""Keeping an archive: checksums of its site, packages of all that it is (BagIt, PREMIS), and the checking of these."""
