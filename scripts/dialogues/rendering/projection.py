"""Project places onto the map: Equal Earth, which shows areas in proportion.

Source: B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection" (2018).
"""

from math import asin, cos, radians, sin, sqrt

WIDTH, HEIGHT = 1000.0, 487.0
"""Size of the whole world, in units of the map."""
MERIDIAN = 11.0
"""The middle, degrees east: its opposite cuts the Bering Strait and no land but islands."""
COEFFICIENTS = (1.340264, -0.081106, 0.000893, 0.003796)
SCALE = WIDTH / 5.41326
"""Units per radius of the Earth."""

Point = tuple[float, float]


def project(longitude: float, latitude: float) -> Point:
    """Return where a place is on the map: x to the right and y downwards from the upper left."""
    a1, a2, a3, a4 = COEFFICIENTS
    turned = radians((longitude - MERIDIAN + 180) % 360 - 180)
    angle = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square = angle * angle
    sixth = square**3
    across = cos(angle) / (a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square))
    x = 2 * sqrt(3) / 3 * turned * across
    y = angle * (a1 + a2 * square + sixth * (a3 + a4 * square))
    return WIDTH / 2 + SCALE * x, HEIGHT / 2 - SCALE * y
