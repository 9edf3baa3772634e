"""The signs that begin an item of a list and are nothing else: bullets, boxes to tick, arrows.

The private characters are what symbol fonts use for them.
"""

LIST_SIGNS = "•▪●◦‣⁃▸►▶➢➤➔✓✔✗✘❖■□○◆◇◼◻▢☐☑☒❑❒⦿\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0a8\uf06f\uf071"
