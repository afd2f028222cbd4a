package org.image2ai.model.embedded.enhance;

/** Enlarges by one run of a network. */
final class NetworkUpscaler implements Upscaler {
    private final Network network;
    private final int scale;
    private final int reach;

    NetworkUpscaler(Network network, int scale, int reach) {
        this.network = network;
        this.scale = scale;
        this.reach = reach;
    }

    @Override
    public int scale() {
        return scale;
    }

    @Override
    public int reach() {
        return reach;
    }

    @Override
    public float[] enlarge(float[] planes, int width, int height) {
        return network.run(planes, width, height);
    }

    @Override
    public void close() {
        network.close();
    }
}
